package dev.babyagi.planning;

import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import dev.babyagi.planning.draft.PermittedTools;
import dev.babyagi.reply.ExactJson;

/**
 * Creates the JSON Schemas for the planner's replies. They are kept simple, because small
 * servers make a grammar of them. The rules of a plan are checked afterwards.
 */
final class PlanSchema {

	private PlanSchema() {
	}

	/** Returns the schema of a plan. */
	static ObjectNode plan(PermittedTools tools, int maxTasks, boolean recalls) {
		ObjectNode schema = type("object");
		ObjectNode properties = schema.putObject("properties");
		properties.set("thought", type("string"));
		properties.set("requirements", array(requirement()));
		properties.set("tasks", array(task(tools, recalls)).put("minItems", 1).put("maxItems", maxTasks));
		properties.set("final", conclusion());
		return required(schema, "thought", "tasks", "final");
	}

	/** Returns the schema of a direct reply: an answer or the use of a tool. */
	static ObjectNode direct(PermittedTools tools) {
		ObjectNode schema = type("object");
		ObjectNode properties = schema.putObject("properties");
		properties.set("answer", type("string", "null"));
		properties.set("tool", toolName(tools));
		properties.set("inputs", type("object", "null"));
		return schema;
	}

	private static ObjectNode requirement() {
		ObjectNode schema = type("object");
		ObjectNode properties = schema.putObject("properties");
		properties.set("id", type("string"));
		properties.set("text", type("string"));
		return required(schema, "id", "text");
	}

	private static ObjectNode task(PermittedTools tools, boolean recalls) {
		ObjectNode schema = type("object");
		ObjectNode properties = schema.putObject("properties");
		properties.set("id", type("string"));
		properties.set("title", type("string", "null"));
		properties.set("instruction", type("string"));
		properties.set("assignment", choice(assignments(tools, recalls)));
		if (!tools.isEmpty()) {
			properties.set("tool", toolName(tools));
			properties.set("inputs", type("object", "null"));
		}
		properties.set("dependsOn", array(type("string")));
		properties.set("covers", array(type("string")));
		properties.set("expect", expect());
		properties.set("success", success());
		properties.set("effort", choice(List.of("low", "high")));
		return required(schema, "id", "instruction", "assignment");
	}

	private static List<String> assignments(PermittedTools tools, boolean recalls) {
		List<String> assignments = new ArrayList<>(List.of("think"));
		if (!tools.isEmpty()) {
			assignments.add("tool");
		}
		if (recalls) {
			assignments.add("recall");
		}
		assignments.add("plan");
		return assignments;
	}

	private static ObjectNode expect() {
		ObjectNode schema = type("object", "null");
		ObjectNode properties = schema.putObject("properties");
		properties.set("type", choice(List.of("text", "number", "boolean", "date", "list", "json")));
		properties.set("unit", type("string", "null"));
		properties.set("maxChars", type("integer", "null"));
		return schema;
	}

	private static ObjectNode success() {
		ObjectNode schema = type("object", "null");
		ObjectNode properties = schema.putObject("properties");
		properties.set("kind", choice(List.of("recompute", "regex", "schema", "range", "rubric", "none")));
		properties.set("arg", type("string", "object", "null"));
		return schema;
	}

	private static ObjectNode conclusion() {
		ObjectNode schema = type("object");
		ObjectNode properties = schema.putObject("properties");
		properties.set("kind", choice(List.of("reference", "template", "synthesize")));
		properties.set("value", type("string", "null"));
		properties.set("instruction", type("string", "null"));
		return required(schema, "kind");
	}

	private static ObjectNode toolName(PermittedTools tools) {
		ObjectNode schema = type("string", "null");
		ArrayNode names = schema.putArray("enum");
		tools.names().forEach(names::add);
		names.addNull();
		return schema;
	}

	private static ObjectNode choice(List<String> words) {
		ObjectNode schema = type("string");
		ArrayNode choices = schema.putArray("enum");
		words.forEach(choices::add);
		return schema;
	}

	private static ObjectNode array(ObjectNode items) {
		ObjectNode schema = type("array");
		schema.set("items", items);
		return schema;
	}

	private static ObjectNode type(String... types) {
		ObjectNode schema = ExactJson.object();
		if (types.length == 1) {
			return schema.put("type", types[0]);
		}
		ArrayNode names = schema.putArray("type");
		for (String type : types) {
			names.add(type);
		}
		return schema;
	}

	private static ObjectNode required(ObjectNode schema, String... fields) {
		ArrayNode required = schema.putArray("required");
		for (String field : fields) {
			required.add(field);
		}
		return schema;
	}

}
