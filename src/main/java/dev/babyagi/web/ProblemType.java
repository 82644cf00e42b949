package dev.babyagi.web;

import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * The types of problem that a client can receive. They are part of the contract: a type
 * never changes its name, its title, or whether trying again helps.
 */
public enum ProblemType {

	/** The request has the wrong syntax or types, or a field is missing or unknown. */
	INVALID_REQUEST("The request is not valid", HttpStatus.BAD_REQUEST, false),

	/** The request is well formed but asks for something impossible. */
	UNPROCESSABLE("The request cannot be carried out", HttpStatus.UNPROCESSABLE_CONTENT, false),

	/** Nothing exists there, or it belongs to another tenant. */
	NOT_FOUND("There is nothing here", HttpStatus.NOT_FOUND, false),

	/** The state of the resource does not allow it. */
	CONFLICT("The state does not allow this", HttpStatus.CONFLICT, false),

	/** The objective has no answer yet. */
	NO_RESULT("There is no result", HttpStatus.CONFLICT, true),

	/** The plan of the objective is not drawn yet. */
	NO_PLAN("There is no plan", HttpStatus.CONFLICT, true),

	/** The resource has changed since the client read it. */
	STALE("The resource has changed", HttpStatus.PRECONDITION_FAILED, false),

	/** The request needs a precondition that it does not state. */
	PRECONDITION_REQUIRED("A precondition is missing", HttpStatus.PRECONDITION_REQUIRED, false),

	/** The request names a host that this service does not answer to. */
	MISDIRECTED_REQUEST("The host is not allowed", HttpStatus.MISDIRECTED_REQUEST, false),

	/** The body, the headers or the address are larger than the service accepts. */
	TOO_LARGE("The request is too large", HttpStatus.CONTENT_TOO_LARGE, false),

	/** The route does not accept the media type of the body. */
	UNSUPPORTED_MEDIA("The media type is not supported", HttpStatus.UNSUPPORTED_MEDIA_TYPE, false),

	/** The route has no representation that the client accepts. */
	NOT_ACCEPTABLE("No acceptable representation", HttpStatus.NOT_ACCEPTABLE, false),

	/** The route exists but does not allow this method. */
	METHOD_NOT_ALLOWED("The method is not allowed", HttpStatus.METHOD_NOT_ALLOWED, false),

	/** The idempotency key was used before, with another body. */
	IDEMPOTENCY_CONFLICT("The idempotency key was used for another request", HttpStatus.UNPROCESSABLE_CONTENT, false),

	/** The first request with the idempotency key has not been answered yet. */
	IN_PROGRESS("The same request is still under way", HttpStatus.CONFLICT, true),

	/** There are too many requests. */
	RATE_LIMITED("Too many requests", HttpStatus.TOO_MANY_REQUESTS, true),

	/** Too many objectives are waiting already. */
	QUEUE_FULL("The queue is full", HttpStatus.TOO_MANY_REQUESTS, true),

	/** The request needs a language model and none is configured. */
	MODEL_NOT_CONFIGURED("No language model is configured", HttpStatus.SERVICE_UNAVAILABLE, false),

	/** The language model cannot be reached. */
	MODEL_UNAVAILABLE("The language model is unavailable", HttpStatus.SERVICE_UNAVAILABLE, true),

	/** This replica is stopping. */
	DRAINING("The service is stopping", HttpStatus.SERVICE_UNAVAILABLE, true),

	/** The database cannot be reached. */
	STORAGE_UNAVAILABLE("The storage is unavailable", HttpStatus.SERVICE_UNAVAILABLE, true),

	/** The service has a fault. */
	INTERNAL("The service failed", HttpStatus.INTERNAL_SERVER_ERROR, false),

	/** In a failed objective: a task that it needs failed. */
	TASK_FAILED("A task failed", null, false),

	/** In a failed objective: the budget was used up before there was an answer. */
	BUDGET_EXHAUSTED("The budget is exhausted", null, false),

	/** In a failed objective: the time was over before there was an answer. */
	DEADLINE("The deadline has passed", null, false);

	private final String title;

	private final @Nullable HttpStatus status;

	private final boolean retryable;

	ProblemType(String title, @Nullable HttpStatus status, boolean retryable) {
		this.title = title;
		this.status = status;
		this.retryable = retryable;
	}

	/**
	 * Returns the last segment of the type's address, such as {@code invalid-request}.
	 */
	public String slug() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** Returns the type as clients see it, such as {@code /problems/invalid-request}. */
	public String uri() {
		return "/problems/" + slug();
	}

	public String title() {
		return this.title;
	}

	/**
	 * Returns the status of a response of this type, or {@code null} for a type that
	 * occurs only in a failed objective.
	 */
	public @Nullable HttpStatus status() {
		return this.status;
	}

	/** Returns whether the same request, unchanged, may succeed later. */
	public boolean retryable() {
		return this.retryable;
	}

}
