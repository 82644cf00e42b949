package dev.babyagi.fake;

import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes a small document that fits a JSON Schema, for a fake that knows nothing of what
 * it is asked.
 */
public final class SchemaSample {

	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	private static final int DEEPEST = 16;

	private final JsonNode root;

	private SchemaSample(JsonNode root) {
		this.root = root;
	}

	public static JsonNode of(JsonNode schema) {
		return new SchemaSample(schema).sample(schema, 0);
	}

	private JsonNode sample(JsonNode schema, int depth) {
		if (depth > DEEPEST) {
			return NODES.nullNode();
		}
		for (String chosen : List.of("const", "default")) {
			if (schema.has(chosen)) {
				return schema.path(chosen);
			}
		}
		for (String choice : List.of("enum", "examples")) {
			if (!schema.path(choice).isEmpty()) {
				return schema.path(choice).path(0);
			}
		}
		for (String branch : List.of("anyOf", "oneOf", "allOf")) {
			if (!schema.path(branch).isEmpty()) {
				return sample(schema.path(branch).path(0), depth + 1);
			}
		}
		return schema.has("$ref") ? sample(referenced(schema), depth + 1) : typed(schema, depth);
	}

	private JsonNode referenced(JsonNode schema) {
		return this.root.at(schema.path("$ref").asString("").replaceFirst("^#", ""));
	}

	private JsonNode typed(JsonNode schema, int depth) {
		JsonNode type = schema.path("type").isArray() ? schema.path("type").path(0) : schema.path("type");
		return switch (type.asString(schema.has("properties") ? "object" : "string")) {
			case "object" -> object(schema, depth);
			case "array" -> array(schema, depth);
			case "integer", "number" -> NODES.numberNode(schema.path("minimum").asInt(1));
			case "boolean" -> NODES.booleanNode(true);
			case "null" -> NODES.nullNode();
			default -> NODES.stringNode("x".repeat(Math.max(2, schema.path("minLength").asInt(2))));
		};
	}

	private ObjectNode object(JsonNode schema, int depth) {
		ObjectNode object = NODES.objectNode();
		schema.path("required").forEach((name) -> {
			JsonNode property = schema.path("properties").path(name.asString());
			object.set(name.asString(), sample(property, depth + 1));
		});
		return object;
	}

	private ArrayNode array(JsonNode schema, int depth) {
		ArrayNode array = NODES.arrayNode();
		for (int item = 0; item < schema.path("minItems").asInt(0); item++) {
			array.add(sample(schema.path("items"), depth + 1));
		}
		return array;
	}

}
