package dev.babyagi.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * An error that is answered as {@code application/problem+json}. Code in the web packages
 * throws it:
 *
 * <pre>
 * throw Problem.of(ProblemType.UNPROCESSABLE, "2 limits are above their maximum")
 *     .error("/limits/maxTasks", "is 500, but must be at most 200")
 *     .error("/limits/maxReplans", "is 50, but must be at most 10");
 * </pre>
 *
 * Clients read the detail. It contains names of fields but no other text of the request,
 * no class names and no prompts. The exception has no stack trace, because it is an
 * answer and not a fault of the service.
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
	 * Creates a problem of the given type.
	 * @param type its type
	 * @param detail what is wrong in this case and what to do about it, safe to show
	 */
	public static Problem of(ProblemType type, String detail) {
		return new Problem(type, detail, null);
	}

	/**
	 * Creates a problem with the exception that caused it. The exception is logged and
	 * never shown.
	 */
	public static Problem of(ProblemType type, String detail, Throwable cause) {
		return new Problem(type, detail, cause);
	}

	/**
	 * Creates a problem for an invalid request with one bad field.
	 * @param pointer JSON pointer to the field of the body, or the name of the parameter
	 * or header
	 * @param detail what is wrong with it
	 */
	public static Problem invalid(String pointer, String detail) {
		String subject = pointer.isEmpty() ? "The body" : pointer;
		return of(ProblemType.INVALID_REQUEST, subject + " " + detail).error(pointer, detail);
	}

	/**
	 * Adds a bad field.
	 * @param pointer JSON pointer to the field of the body, or the name of the parameter
	 * or header
	 * @param error what is wrong with it, such as {@code must not be blank}
	 */
	public Problem error(String pointer, String error) {
		this.errors.add(new FieldError(pointer, error));
		return this;
	}

	/**
	 * Sets when to try again. The wait is rounded up to whole seconds and is at least
	 * one.
	 */
	public Problem retryAfter(Duration wait) {
		long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
		return header(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
	}

	/**
	 * Marks this problem as not retryable, although its type is.
	 */
	public Problem lasting() {
		this.lasting = true;
		return this;
	}

	/**
	 * Adds a header to the response.
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

	/** Returns the bad fields, in the order in which they were added. */
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
	@Schema(name = "FieldProblem")
	public record FieldError(
			@Schema(description = "JSON pointer to the field, or the parameter or header") String pointer,
			@Schema(description = "What is wrong with it") String detail) {

	}

}
