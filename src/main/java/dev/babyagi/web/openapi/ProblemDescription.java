package dev.babyagi.web.openapi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import org.springframework.http.HttpStatus;

import dev.babyagi.web.ProblemType;

/**
 * Describes problems for OpenAPI: one schema, and for each status one response that lists
 * its problem types.
 */
final class ProblemDescription {

	private static final String SCHEMA = "Problem";

	private ProblemDescription() {
	}

	static void addTo(Components components) {
		components.addSchemas(SCHEMA, schema());
		byStatus().forEach((status, types) -> components.addResponses(name(String.valueOf(status.value())),
				response(status, types)));
	}

	/** Returns the name of the response for a status. */
	static String responseName(String status) {
		return "#/components/responses/" + name(status);
	}

	private static String name(String status) {
		return SCHEMA + status;
	}

	private static Map<HttpStatus, List<ProblemType>> byStatus() {
		Map<HttpStatus, List<ProblemType>> byStatus = new EnumMap<>(HttpStatus.class);
		for (ProblemType type : ProblemType.values()) {
			HttpStatus status = type.status();
			if (status != null) {
				byStatus.computeIfAbsent(status, (first) -> new ArrayList<>()).add(type);
			}
		}
		return byStatus;
	}

	private static ApiResponse response(HttpStatus status, List<ProblemType> types) {
		String description = types.stream()
			.map((type) -> "`" + type.uri() + "`: " + type.title())
			.collect(Collectors.joining("; "));
		MediaType body = new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + SCHEMA))
			.example(example(status, types.getFirst()));
		return new ApiResponse().description(description)
			.content(new Content().addMediaType("application/problem+json", body));
	}

	private static Map<String, Object> example(HttpStatus status, ProblemType type) {
		return Map.of("type", type.uri(), "title", type.title(), "status", status.value(), "detail",
				"What is wrong in this case, and what to do about it", "retryable", type.retryable(), "traceId",
				"4bf92f3577b34da6a3ce929d0e0e4736");
	}

	private static Schema<?> schema() {
		StringSchema type = new StringSchema();
		Arrays.stream(ProblemType.values()).map(ProblemType::uri).forEach(type::addEnumItem);
		Schema<?> error = new ObjectSchema()
			.addProperty("pointer",
					new StringSchema().description("JSON pointer to the field, or the parameter or header"))
			.addProperty("detail", new StringSchema().description("What is wrong with it"));
		Schema<?> problem = new ObjectSchema().description("What went wrong (RFC 9457)")
			.addProperty("type", type.description("The address of a page that explains it"))
			.addProperty("title", new StringSchema().description("The same for every problem of a type"))
			.addProperty("status", new IntegerSchema().description("The HTTP status"))
			.addProperty("detail", new StringSchema().description("What is wrong in this case"))
			.addProperty("instance", new StringSchema().description("The path of the request"))
			.addProperty("retryable", new BooleanSchema().description("Whether the same request may succeed later"))
			.addProperty("traceId", new StringSchema().description("The trace under which the service logged it"))
			.addProperty("errors", new ArraySchema().items(error).description("The bad fields, if there are any"));
		problem.setRequired(List.of("type", "title", "detail", "retryable"));
		return problem;
	}

}
