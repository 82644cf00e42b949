package dev.babyagi.schema;

import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Moves the definitions of a JSON Schema.
 */
public final class SchemaDefinitions {

	private static final List<String> NAMES = List.of("$defs", "definitions");

	private SchemaDefinitions() {
	}

	/**
	 * Moves the definitions of a schema to the root of another schema that will contain
	 * it, because its references look for them there.
	 * @param schema the schema; it is not changed
	 * @param root the schema that will contain it
	 * @return the schema without its definitions
	 */
	public static JsonNode hoist(JsonNode schema, ObjectNode root) {
		JsonNode part = schema.deepCopy();
		if (part instanceof ObjectNode object) {
			for (String name : NAMES) {
				JsonNode moved = object.remove(name);
				if (moved != null) {
					root.set(name, moved);
				}
			}
		}
		return part;
	}

}
