package dev.babyagi.web;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * The JSON form of a problem (RFC 9457). It is the body of every error response, and what
 * a failed objective says of its failure.
 *
 * @param type the address of the page that explains it, relative to the service
 * @param title the same for every problem of a type
 * @param status the HTTP status; absent in a failed objective, which is no response
 * @param detail what is wrong in this case
 * @param instance the path of the request
 * @param retryable whether the same request may succeed later
 * @param traceId the trace under which the service logged it
 * @param errors the bad fields; absent if there are none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Problem", description = "What went wrong (RFC 9457)")
public record ProblemBody(@Schema(description = "The address of a page that explains it") String type,
		@Schema(description = "The same for every problem of a type") String title,
		@Schema(description = "The HTTP status; absent in a failed objective") @Nullable Integer status,
		@Schema(description = "What is wrong in this case") String detail,
		@Schema(description = "The path of the request") @Nullable String instance,
		@Schema(description = "Whether the same request may succeed later") boolean retryable,
		@Schema(description = "The trace under which the service logged it") @Nullable String traceId,
		@Schema(description = "The bad fields, if there are any") @Nullable List<Problem.FieldError> errors) {

	/**
	 * Returns the problem of a failed objective.
	 * @param type its type
	 * @param detail what went wrong, safe to show
	 * @param instance the path of the objective
	 */
	public static ProblemBody of(ProblemType type, String detail, String instance) {
		return of(Problem.of(type, detail), instance, null);
	}

	public static ProblemBody of(Problem problem, @Nullable String instance, @Nullable String traceId) {
		ProblemType type = problem.type();
		HttpStatus status = type.status();
		return new ProblemBody(type.uri(), type.title(), (status != null) ? status.value() : null, problem.detail(),
				instance, problem.retryable(), traceId, problem.errors().isEmpty() ? null : problem.errors());
	}

}
