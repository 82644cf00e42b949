package dev.babyagi.web.openapi;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

import dev.babyagi.web.IdempotencyKeys;
import dev.babyagi.web.ProblemBody;
import dev.babyagi.web.ProblemType;

/**
 * Describes problems for OpenAPI: one schema, and for each status that an operation can
 * answer with one response that lists its problem types.
 */
final class ProblemDescription {

	private static final String SCHEMA = "Problem";

	private ProblemDescription() {
	}

	/**
	 * Adds to each operation the problems that it can answer with. Error responses that
	 * an operation declares are problems as well.
	 */
	static void addTo(OpenAPI api) {
		List<Operation> operations = SchemaParts.operations(api).toList();
		byStatus().forEach((status, types) -> {
			String code = Integer.toString(status.value());
			List<ApiResponses> answers = operations.stream()
				.filter((operation) -> applies(status, operation) || operation.getResponses().containsKey(code))
				.map(Operation::getResponses)
				.toList();
			if (!answers.isEmpty()) {
				api.getComponents().addResponses(SCHEMA + code, response(status, types));
				ApiResponse reference = new ApiResponse().$ref("#/components/responses/" + SCHEMA + code);
				answers.forEach((responses) -> responses.addApiResponse(code, reference));
			}
		});
		addSchema(api);
	}

	/** A status that is not named here can be the answer to any request. */
	private static boolean applies(HttpStatus status, Operation operation) {
		return switch (status) {
			case NOT_FOUND -> hasParameter(operation, "path", null);
			case CONFLICT, TOO_MANY_REQUESTS -> hasParameter(operation, "header", IdempotencyKeys.HEADER);
			case UNSUPPORTED_MEDIA_TYPE, UNPROCESSABLE_CONTENT -> operation.getRequestBody() != null;
			case METHOD_NOT_ALLOWED -> false;
			default -> true;
		};
	}

	private static boolean hasParameter(Operation operation, String in, @Nullable String name) {
		return operation.getParameters() != null && operation.getParameters()
			.stream()
			.anyMatch(
					(parameter) -> in.equals(parameter.getIn()) && (name == null || name.equals(parameter.getName())));
	}

	private static Map<HttpStatus, List<ProblemType>> byStatus() {
		return Arrays.stream(ProblemType.values())
			.filter((type) -> type.status() != null)
			.collect(Collectors.groupingBy(ProblemType::status, TreeMap::new, Collectors.toList()));
	}

	private static ApiResponse response(HttpStatus status, List<ProblemType> types) {
		String description = types.stream()
			.map((type) -> "`" + type.uri() + "`: " + type.title())
			.collect(Collectors.joining("; "));
		MediaType body = new MediaType().schema(new Schema<>().$ref(SchemaParts.reference(SCHEMA)))
			.example(example(status, types.getFirst()));
		return new ApiResponse().description(description)
			.content(new Content().addMediaType("application/problem+json", body));
	}

	private static Map<String, Object> example(HttpStatus status, ProblemType type) {
		return Map.of("type", type.uri(), "title", type.title(), "status", status.value(), "detail",
				"What is wrong in this case, and what to do about it", "retryable", type.retryable(), "traceId",
				"4bf92f3577b34da6a3ce929d0e0e4736");
	}

	@SuppressWarnings("unchecked") // the library's model uses raw types
	private static void addSchema(OpenAPI api) {
		ModelConverters.getInstance(true).readAll(ProblemBody.class).forEach((name, schema) -> {
			if (name.equals(SCHEMA)) {
				Schema<String> type = Objects.requireNonNull((Schema<String>) schema.getProperties().get("type"));
				type.setEnum(Arrays.stream(ProblemType.values()).map(ProblemType::uri).toList());
			}
			api.getComponents().addSchemas(name, schema);
		});
	}

}
