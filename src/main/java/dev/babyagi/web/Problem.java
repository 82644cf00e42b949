package dev.babyagi.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * What is wrong with a request, thrown from anywhere at the edge and answered as
 * {@code application/problem+json}:
 *
 * <pre>
 * throw Problem.of(ProblemType.UNPROCESSABLE, "2 limits are above their maximum")
 *     .error("/limits/maxTasks", "is 500; at most 200")
 *     .error("/limits/maxReplans", "is 50; at most 10");
 * </pre>
 *
 * The detail is read by the client: no text of the request beyond names of fields, no
 * class names, no prompts. It has no stack trace, for it is an answer and not a fault.
 */
public final class Problem extends RuntimeException {

	private final ProblemType type;

	private final String detail;

	private final List<FieldError> errors = new ArrayList<>();

	private final HttpHeaders headers = new HttpHeaders();

	private boolean lasting;

	private Problem(ProblemType type, String detail, @Nullable Throwable cause) {
		super(type.slug() + ": " + detail, cause, false, false);
		this.type = type;
		this.detail = detail;
	}

	/**
	 * A problem of the given type.
	 * @param type its type
	 * @param detail what is wrong in this case and what to do about it, safe to show
	 */
	public static Problem of(ProblemType type, String detail) {
		return new Problem(type, detail, null);
	}

	/**
	 * A problem with the exception that led to it, which is logged and never shown.
	 */
	public static Problem of(ProblemType type, String detail, Throwable cause) {
		return new Problem(type, detail, cause);
	}

	/**
	 * An invalid request with one bad field.
	 * @param pointer JSON pointer to the field of the body, or the name of the parameter
	 * or header
	 * @param detail what is wrong with it
	 */
	public static Problem invalid(String pointer, String detail) {
		String subject = pointer.isEmpty() ? "The body" : pointer;
		return of(ProblemType.INVALID_REQUEST, subject + " " + detail).error(pointer, detail);
	}

	/**
	 * Names a bad field.
	 * @param pointer JSON pointer to the field of the body, or the name of the parameter
	 * or header
	 * @param error what is wrong with it: {@code must not be blank}
	 */
	public Problem error(String pointer, String error) {
		this.errors.add(new FieldError(pointer, error));
		return this;
	}

	/**
	 * Says when to try again. Rounded up to whole seconds, one at least.
	 */
	public Problem retryAfter(Duration wait) {
		long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
		return header(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
	}

	/**
	 * Says that this case stays as it is, although others of its type pass.
	 */
	public Problem lasting() {
		this.lasting = true;
		return this;
	}

	/**
	 * Adds a header to the answer.
	 */
	public Problem header(String name, String value) {
		this.headers.set(name, value);
		return this;
	}

	public ProblemType type() {
		return this.type;
	}

	public String detail() {
		return this.detail;
	}

	/** The bad fields, in the order they were named. */
	public List<FieldError> errors() {
		return List.copyOf(this.errors);
	}

	boolean retryable() {
		return this.type.retryable() && !this.lasting;
	}

	public HttpHeaders headers() {
		return this.headers;
	}

	public int status() {
		HttpStatus status = this.type.status();
		return ((status != null) ? status : HttpStatus.INTERNAL_SERVER_ERROR).value();
	}

	/**
	 * A bad field.
	 *
	 * @param pointer JSON pointer to the field of the body, or the name of the parameter
	 * or header
	 * @param detail what is wrong with it
	 */
	public record FieldError(String pointer, String detail) {

	}

}
