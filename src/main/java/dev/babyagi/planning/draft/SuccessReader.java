package dev.babyagi.planning.draft;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import dev.babyagi.plan.Task.Success;
import dev.babyagi.reply.ExactJson;

/**
 * Reads how a task is to be checked. A check that could never pass is left out with a
 * warning: a wrong check fails right answers.
 */
final class SuccessReader {

	/** Longer patterns are no check that a planner would write. */
	private static final int MAX_PATTERN = 500;

	/**
	 * RE2/J matches in linear time but writes counted repeats out: nested ones, such as
	 * <code>((a{100}){100}){100}</code>, would take all memory.
	 */
	private static final int MAX_REPEATS = 1_000;

	private static final Pattern REPEAT = Pattern.compile("\\{([0-9]{1,9})(?:,([0-9]{0,9}))?\\}");

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

	/** Whether RE2/J can run a pattern in bounded space. */
	static boolean isPattern(String pattern) {
		if (pattern.isEmpty() || pattern.length() > MAX_PATTERN || repeats(pattern) > MAX_REPEATS) {
			return false;
		}
		try {
			Pattern.compile(pattern);
			return true;
		}
		catch (PatternSyntaxException ex) {
			return false;
		}
	}

	/** The counts of all repeats multiplied, as if each were nested in the next. */
	private static long repeats(String pattern) {
		long repeats = 1;
		Matcher matcher = REPEAT.matcher(pattern);
		while (matcher.find() && repeats <= MAX_REPEATS) {
			String most = matcher.group(2);
			String count = (most != null && !most.isEmpty()) ? most : matcher.group(1);
			repeats *= Math.max(Long.parseLong(count), 1);
		}
		return repeats;
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
