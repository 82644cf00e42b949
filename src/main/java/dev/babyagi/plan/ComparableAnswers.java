package dev.babyagi.plan;

import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import dev.babyagi.plan.Task.Expect;
import dev.babyagi.plan.Task.Success;

/**
 * Decides whether independent answers to a task can be expected to be equal, so that they
 * can be voted on: numbers, booleans, dates, short texts and choices from a list, and
 * documents of such values. Free texts are never worded alike.
 */
final class ComparableAnswers {

	/** Characters of a text that is likely to be worded alike, such as a name. */
	private static final int SHORT_TEXT = 40;

	/** A schema that is nested deeper describes no short answer. */
	private static final int MAX_DEPTH = 5;

	private ComparableAnswers() {
	}

	static boolean areProducedBy(Task task) {
		Expect expect = task.expect();
		return switch (expect.type()) {
			case NUMBER, BOOLEAN, DATE -> true;
			case TEXT -> isShort(expect.maxChars()) || isFixedBySchema(task);
			case LIST, JSON -> isFixedBySchema(task);
		};
	}

	private static boolean isFixedBySchema(Task task) {
		JsonNode checked = (task.success().kind() == Success.Kind.SCHEMA) ? task.success().arg() : null;
		return Stream.of(task.expect().schema(), checked).anyMatch((schema) -> isFixed(schema, MAX_DEPTH));
	}

	private static boolean isFixed(@Nullable JsonNode schema, int depth) {
		if (schema == null || !schema.isObject() || depth == 0) {
			return false;
		}
		if (schema.has("enum") || schema.has("const")) {
			return true;
		}
		JsonNode type = schema.path("type");
		return type.isArray() ? !type.isEmpty() && type.valueStream().allMatch((one) -> isFixed(schema, one, depth))
				: isFixed(schema, type, depth);
	}

	private static boolean isFixed(JsonNode schema, JsonNode type, int depth) {
		return switch (type.asString("")) {
			case "number", "integer", "boolean", "null" -> true;
			case "string" -> isShort(length(schema)) || schema.path("format").asString("").startsWith("date");
			case "array" -> isFixed(schema.get("items"), depth - 1);
			case "object" -> !schema.path("properties").isEmpty()
					&& schema.path("properties").valueStream().allMatch((property) -> isFixed(property, depth - 1));
			default -> false;
		};
	}

	private static @Nullable Integer length(JsonNode schema) {
		JsonNode length = schema.path("maxLength");
		return length.isInt() ? length.intValue() : null;
	}

	private static boolean isShort(@Nullable Integer maxChars) {
		return maxChars != null && maxChars <= SHORT_TEXT;
	}

}
