package dev.babyagi.web;

import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * The kinds of problem a client can meet. Part of the contract: a type keeps its name,
 * its title and what it says about trying again.
 */
public enum ProblemType {

	/** The request is not what the route takes: syntax, types, missing or unknown. */
	INVALID_REQUEST("The request is not valid", HttpStatus.BAD_REQUEST, false),

	/** Well formed, and impossible. */
	UNPROCESSABLE("The request cannot be carried out", HttpStatus.UNPROCESSABLE_CONTENT, false),

	/** Nothing there, or nothing of yours. */
	NOT_FOUND("There is nothing here", HttpStatus.NOT_FOUND, false),

	/** The state of the resource does not allow it. */
	CONFLICT("The state does not allow this", HttpStatus.CONFLICT, false),

	/** The objective has no answer yet. */
	NO_RESULT("There is no result", HttpStatus.CONFLICT, true),

	/** Body, headers or address are larger than is taken. */
	TOO_LARGE("The request is too large", HttpStatus.CONTENT_TOO_LARGE, false),

	/** The body has a media type that the route does not take. */
	UNSUPPORTED_MEDIA("The media type is not supported", HttpStatus.UNSUPPORTED_MEDIA_TYPE, false),

	/** The route has no representation that the client accepts. */
	NOT_ACCEPTABLE("No acceptable representation", HttpStatus.NOT_ACCEPTABLE, false),

	/** The route exists, and not for this method. */
	METHOD_NOT_ALLOWED("The method is not allowed", HttpStatus.METHOD_NOT_ALLOWED, false),

	/** The idempotency key was used before, with another body. */
	IDEMPOTENCY_CONFLICT("The idempotency key was used for another request", HttpStatus.UNPROCESSABLE_CONTENT, false),

	/** The first request with the idempotency key is still under way. */
	IN_PROGRESS("The same request is still under way", HttpStatus.CONFLICT, true),

	/** Too many requests. */
	RATE_LIMITED("Too many requests", HttpStatus.TOO_MANY_REQUESTS, true),

	/** Too many objectives wait already. */
	QUEUE_FULL("The queue is full", HttpStatus.TOO_MANY_REQUESTS, true),

	/** The request needs a language model and none is configured. */
	MODEL_NOT_CONFIGURED("No language model is configured", HttpStatus.SERVICE_UNAVAILABLE, false),

	/** The language model cannot be reached. */
	MODEL_UNAVAILABLE("The language model is unavailable", HttpStatus.SERVICE_UNAVAILABLE, true),

	/** This replica is stopping. */
	DRAINING("The service is stopping", HttpStatus.SERVICE_UNAVAILABLE, true),

	/** The database cannot be reached. */
	STORAGE_UNAVAILABLE("The storage is unavailable", HttpStatus.SERVICE_UNAVAILABLE, true),

	/** A fault of the service. */
	INTERNAL("The service failed", HttpStatus.INTERNAL_SERVER_ERROR, false),

	/** In a failed objective: a task it could not do without failed. */
	TASK_FAILED("A task failed", null, false),

	/** In a failed objective: the budget ended before there was an answer. */
	BUDGET_EXHAUSTED("The budget is exhausted", null, false),

	/** In a failed objective: the time ended before there was an answer. */
	DEADLINE("The deadline has passed", null, false);

	private final String title;

	private final @Nullable HttpStatus status;

	private final boolean retryable;

	ProblemType(String title, @Nullable HttpStatus status, boolean retryable) {
		this.title = title;
		this.status = status;
		this.retryable = retryable;
	}

	/** The last segment of the type's address: {@code invalid-request}. */
	public String slug() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** The type on the wire: {@code /problems/invalid-request}. */
	public String uri() {
		return "/problems/" + slug();
	}

	public String title() {
		return this.title;
	}

	/**
	 * The status of a response of this type, or {@code null} for a type that is only met
	 * inside a failed objective.
	 */
	public @Nullable HttpStatus status() {
		return this.status;
	}

	/** Whether the same request may succeed later, with nothing changed about it. */
	public boolean retryable() {
		return this.retryable;
	}

}
