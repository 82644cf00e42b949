package dev.babyagi.tool;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

import tools.jackson.databind.JsonNode;

import dev.babyagi.schema.JsonSchema;

/**
 * Checks inputs against the schemas of their tools. Each schema is compiled once.
 */
final class ToolSchemas {

	private final Map<String, JsonSchema> compiled = new ConcurrentHashMap<>();

	/**
	 * Returns what is wrong with inputs that are about to be used, each with its JSON
	 * pointer; empty if they fit.
	 */
	List<String> validate(Tool tool, JsonNode inputs) {
		return of(tool).validate(inputs);
	}

	/**
	 * Returns what is wrong with inputs of which some values are not known yet.
	 * @param pending whether a value, or a part of it, is not known yet
	 */
	List<String> validate(Tool tool, JsonNode inputs, Predicate<JsonNode> pending) {
		return of(tool).validate(inputs, pending);
	}

	private JsonSchema of(Tool tool) {
		return this.compiled.computeIfAbsent(tool.name(), (_) -> JsonSchema.compile(tool.inputSchema()));
	}

}
