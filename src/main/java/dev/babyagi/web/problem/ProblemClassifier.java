package dev.babyagi.web.problem;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;

import dev.babyagi.storage.StorageOutage;
import dev.babyagi.web.Problem;
import dev.babyagi.web.ProblemType;
import dev.babyagi.web.json.JsonProblems;

/**
 * Decides which problem an exception stands for.
 */
public final class ProblemClassifier {

	/** A short outage of the database lasts seconds, and its pool reconnects at once. */
	private static final Duration STORAGE_RETRY = Duration.ofSeconds(5);

	private ProblemClassifier() {
	}

	public static Problem from(Exception exception) {
		return in(exception, Problem.class, Function.identity()).or(() -> ofTheRequest(exception))
			.or(() -> ofTheStorage(exception))
			.or(() -> ofAConflict(exception))
			.orElseGet(() -> Problem.of(ProblemType.INTERNAL,
					"The service failed; its log tells why under this traceId", exception));
	}

	/** Returns the problem of a response of which only the status is known. */
	static Problem ofStatus(int status) {
		return switch (status) {
			case 404 -> Problem.of(ProblemType.NOT_FOUND, "There is nothing at this address");
			case 405 -> Problem.of(ProblemType.METHOD_NOT_ALLOWED, "This method is not allowed here");
			case 406 ->
				Problem.of(ProblemType.NOT_ACCEPTABLE, "The route has no representation that the Accept header allows");
			case 501, 505 ->
				Problem.of(ProblemType.INVALID_REQUEST, "The service does not support this method or version of HTTP");
			case 413, 414, 431 -> Problem.of(ProblemType.TOO_LARGE, "The request is larger than the service accepts");
			case 415 ->
				Problem.of(ProblemType.UNSUPPORTED_MEDIA, "The route does not accept a body of this media type");
			case 429 ->
				Problem.of(ProblemType.RATE_LIMITED, "There are too many requests").retryAfter(Duration.ofSeconds(1));
			case 503 -> Problem.of(ProblemType.DRAINING, "The service is stopping").retryAfter(STORAGE_RETRY);
			default -> (status < 500) ? Problem.of(ProblemType.INVALID_REQUEST, "The request is not valid HTTP")
					: Problem.of(ProblemType.INTERNAL, "The service failed; its log tells why under this traceId");
		};
	}

	private static Optional<Problem> ofTheRequest(Exception exception) {
		return Optional.ofNullable(switch (exception) {
			case HttpMessageNotReadableException unreadable -> ofTheBody(unreadable);
			case BindException invalid -> FieldProblems.of(invalid);
			case HandlerMethodValidationException invalid when !invalid.isForReturnValue() -> FieldProblems.of(invalid);
			case MethodArgumentTypeMismatchException mismatch -> Problem.invalid(mismatch.getName(), "must be "
					+ JsonProblems.form(Objects.requireNonNullElse(mismatch.getRequiredType(), String.class)));
			case MissingServletRequestParameterException missing ->
				Problem.invalid(missing.getParameterName(), "is missing");
			case MissingRequestHeaderException missing -> Problem.invalid(missing.getHeaderName(), "is missing");
			case HttpRequestMethodNotSupportedException method -> Problem.of(ProblemType.METHOD_NOT_ALLOWED,
					"The route allows only: " + String.join(", ", supported(method)));
			case HttpMediaTypeNotSupportedException media ->
				Problem.of(ProblemType.UNSUPPORTED_MEDIA, "The route accepts only: " + media.getSupportedMediaTypes());
			case HttpMediaTypeNotAcceptableException media -> Problem.of(ProblemType.NOT_ACCEPTABLE,
					media.getSupportedMediaTypes().isEmpty() ? "The Accept header names no media types"
							: "The route offers only: " + media.getSupportedMediaTypes());
			case ErrorResponse response when isOfTheClient(response.getStatusCode()) ->
				ofStatus(response.getStatusCode().value());
			default -> null;
		}).map((problem) -> withHeaders(problem, exception));
	}

	private static Problem ofTheBody(HttpMessageNotReadableException unreadable) {
		// The body has passed the JsonGate, so it is JSON that does not fit the route.
		return in(unreadable, JacksonException.class, JsonProblems::unbound)
			.orElseGet(() -> Problem.of(ProblemType.INVALID_REQUEST, "A JSON body is expected"));
	}

	private static Problem withHeaders(Problem problem, Exception exception) {
		if (exception instanceof ErrorResponse response) {
			response.getHeaders().forEach((name, values) -> problem.header(name, String.join(", ", values)));
		}
		return problem;
	}

	private static boolean isOfTheClient(HttpStatusCode status) {
		return status.is4xxClientError();
	}

	private static String[] supported(HttpRequestMethodNotSupportedException method) {
		return Objects.requireNonNullElse(method.getSupportedMethods(), new String[0]);
	}

	private static Optional<Problem> ofTheStorage(Exception exception) {
		return StorageOutage.isIn(exception)
				? Optional.of(Problem.of(ProblemType.STORAGE_UNAVAILABLE, "The database cannot be reached", exception)
					.retryAfter(STORAGE_RETRY))
				: Optional.empty();
	}

	private static Optional<Problem> ofAConflict(Exception exception) {
		return in(exception, ConcurrencyFailureException.class, (conflict) -> Problem.of(ProblemType.CONFLICT,
				"Somebody else changed the same at the same time. Send the request again"));
	}

	private static <E extends Throwable> Optional<Problem> in(Throwable exception, Class<E> type,
			Function<E, Problem> problem) {
		return causes(exception).filter(type::isInstance).map(type::cast).findFirst().map(problem);
	}

	private static Stream<Throwable> causes(Throwable exception) {
		return Stream.iterate(exception, Objects::nonNull, Throwable::getCause).limit(20);
	}

}
