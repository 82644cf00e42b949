package dev.babyagi.schema;

import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Finds out which types the JSON Schema of an answer allows.
 */
public final class AnswerSchema {

	private static final Set<String> PLAIN = Set.of("number", "integer", "string");

	private AnswerSchema() {
	}

	/**
	 * Returns whether the schema allows a number or a text; no schema allows everything.
	 */
	public static boolean takesNumberOrText(@Nullable JsonNode schema) {
		if (schema == null) {
			return true;
		}
		if (schema.isBoolean()) {
			return schema.booleanValue();
		}
		if (schema.has("type")) {
			return isPlain(schema.path("type"));
		}
		if (schema.has("const")) {
			return schema.path("const").isNumber() || schema.path("const").isString();
		}
		if (schema.has("enum")) {
			return schema.path("enum").valueStream().anyMatch((value) -> value.isNumber() || value.isString());
		}
		if (schema.has("anyOf") || schema.has("oneOf")) {
			return schema.path(schema.has("anyOf") ? "anyOf" : "oneOf")
				.valueStream()
				.anyMatch(AnswerSchema::takesNumberOrText);
		}
		return !schema.has("properties") && !schema.has("items") && !schema.has("$ref");
	}

	private static boolean isPlain(JsonNode type) {
		return type.isString() ? PLAIN.contains(type.stringValue())
				: type.valueStream().anyMatch((name) -> PLAIN.contains(name.asString()));
	}

}
