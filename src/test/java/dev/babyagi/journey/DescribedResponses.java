package dev.babyagi.journey;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Checks what the service answers against the description that it serves: the status and
 * the media type must be declared, and the body must fit the schema and have no field
 * that the schema does not name. An address that is not described may only be refused.
 */
final class DescribedResponses {

	private static final JsonMapper JSON = JsonMapper.shared();

	private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

	private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

	private final JsonNode api;

	/**
	 * Creates the check.
	 * @param api the description
	 */
	DescribedResponses(JsonNode api) {
		this.api = api.deepCopy();
		close(this.api.path("components").path("schemas"));
	}

	/** Fails unless the answer is as described. */
	void check(HttpResponse<String> response) {
		String path = response.request().uri().getPath();
		String method = response.request().method().toLowerCase(Locale.ROOT);
		String type = response.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
		List<String> errors = errors(method, path, response.statusCode(), type, response.body());
		if (!errors.isEmpty()) {
			throw new AssertionError("%s %s answered %d %s, which is not as described: %s%n%s".formatted(method, path,
					response.statusCode(), type, errors, response.body()));
		}
	}

	/** Returns what is not as described. */
	List<String> errors(String method, String path, int status, String type, String body) {
		JsonNode operation = operation(path).path(method);
		if (operation.isMissingNode()) {
			return (status == 404 || status == 405) ? errors("Problem", () -> reference("schemas/Problem"), body)
					: List.of("no such operation is described");
		}
		JsonNode answer = resolved(operation.path("responses").path(Integer.toString(status)));
		if (answer.isMissingNode()) {
			return List.of("the status is not declared");
		}
		JsonNode content = answer.path("content").path(type);
		if (content.isMissingNode()) {
			return (body.isEmpty() && answer.path("content").isMissingNode()) ? List.of()
					: List.of("the media type is not declared");
		}
		return type.endsWith("json") ? errors(method + path(path) + status, () -> content.path("schema"), body)
				: List.of();
	}

	/** Returns what of a JSON text is not as a component describes it. */
	List<String> errorsOf(String component, String json) {
		return errors(component, () -> reference("schemas/" + component), json);
	}

	private List<String> errors(String name, Supplier<JsonNode> schema, String body) {
		Schema compiled = this.schemas.computeIfAbsent(name, (first) -> compile(schema.get()));
		return compiled.validate(JSON.readTree(body)).stream().map(Error::toString).toList();
	}

	private Schema compile(JsonNode schema) {
		if (schema.isEmpty()) {
			throw new AssertionError("A JSON answer is declared without a schema");
		}
		ObjectNode document = schema.deepCopy().asObject();
		document.set("components", this.api.path("components"));
		return this.registry.getSchema(document);
	}

	private JsonNode operation(String path) {
		return this.api.path("paths").path(path(path));
	}

	/** The template of a path, as it stands in the description. */
	private String path(String path) {
		if (this.api.path("paths").has(path)) {
			return path;
		}
		return this.api.path("paths")
			.propertyStream()
			.map(Map.Entry::getKey)
			.filter((template) -> path.matches(template.replaceAll("\\{[^}]+}", "[^/]+")))
			.findFirst()
			.orElse(path);
	}

	private JsonNode resolved(JsonNode response) {
		return response.has("$ref") ? this.api.at(response.path("$ref").asString().substring(1)) : response;
	}

	private static JsonNode reference(String component) {
		return JSON.createObjectNode().put("$ref", "#/components/" + component);
	}

	/** Clients must accept fields that they do not know; the service may send none. */
	private static void close(JsonNode schema) {
		if (schema instanceof ObjectNode object && object.path("properties").isObject()
				&& !object.has("additionalProperties")) {
			object.put("additionalProperties", false);
		}
		schema.valueStream().forEach(DescribedResponses::close);
	}

}
