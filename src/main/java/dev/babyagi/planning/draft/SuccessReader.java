package dev.babyagi.planning.draft;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import dev.babyagi.plan.Task.Success;
import dev.babyagi.reply.ExactJson;
import dev.babyagi.schema.LinearPattern;

/**
 * Reads how a task is checked. A check that can never pass is left out with a warning,
 * because it would reject correct answers.
 */
final class SuccessReader {

	private SuccessReader() {
	}

	static Success read(JsonNode entry, String taskId, ValidationReport report) {
		Success.Kind kind = ReplyFields
			.constant(entry.isString() ? entry.stringValue() : ReplyFields.word(entry, "kind"), Success.Kind.NONE);
		if (kind == Success.Kind.NONE) {
			return Success.NONE;
		}
		JsonNode arg = arg(kind, entry.path("arg"));
		if (arg == null) {
			report
				.warn(taskId + ": its check (" + ReplyFields.word(entry, "kind") + ") cannot be read and is left out");
			return Success.NONE;
		}
		return new Success(kind, arg);
	}

	private static @Nullable JsonNode arg(Success.Kind kind, JsonNode arg) {
		return switch (kind) {
			case RECOMPUTE, RUBRIC -> (arg.isString() && !arg.stringValue().isBlank()) ? arg : null;
			case REGEX -> (arg.isString() && isPattern(arg.stringValue())) ? arg : null;
			case SCHEMA -> arg.isObject() ? arg : null;
			case RANGE -> range(arg);
			case NONE -> null;
		};
	}

	private static boolean isPattern(String pattern) {
		return !pattern.isEmpty() && LinearPattern.of(pattern).isPresent();
	}

	private static @Nullable JsonNode range(JsonNode arg) {
		JsonNode min = arg.isArray() ? arg.path(0) : arg.path("min");
		JsonNode max = arg.isArray() ? arg.path(1) : arg.path("max");
		if (!min.isNumber() && !max.isNumber()) {
			return null;
		}
		ObjectNode range = ExactJson.object();
		if (min.isNumber()) {
			range.set("min", min);
		}
		if (max.isNumber()) {
			range.set("max", max);
		}
		return range;
	}

}
