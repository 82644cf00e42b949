package dev.babyagi.planning;

import java.util.List;
import java.util.Set;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import tools.jackson.databind.JsonNode;

import dev.babyagi.tool.Tool;

/**
 * Whether the inputs of a tool fit its schema, as far as that can be known before
 * references are resolved.
 */
final class ToolInputs {

	private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

	/** Faults that no value of a reference could cure. */
	private static final Set<String> OF_NAMES = Set.of("required", "additionalProperties", "dependentRequired",
			"minProperties", "maxProperties", "propertyNames");

	private ToolInputs() {
	}

	static List<String> misfits(Tool tool, JsonNode inputs) {
		return misfits(tool.inputSchema(), inputs);
	}

	static List<String> misfits(JsonNode schema, JsonNode value) {
		return SCHEMAS.getSchema(schema)
			.validate(value)
			.stream()
			.filter((error) -> OF_NAMES.contains(error.getKeyword()) || !waits(error.getInstanceNode()))
			.map(Error::toString)
			.distinct()
			.toList();
	}

	private static boolean waits(JsonNode value) {
		return !References.tasksIn(value).isEmpty();
	}

}
