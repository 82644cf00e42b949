package dev.babyagi.integration;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import dev.babyagi.integration.Answer.Claim;
import dev.babyagi.reply.DisplayValues;
import dev.babyagi.reply.JsonReply;

/**
 * The reply of the joiner.
 *
 * @param replan whether it wants more work to be done
 * @param answer its answer, or {@code null} if it gave none
 * @param claims the statements of its answer
 * @param missing what it found missing
 */
record JoinReply(boolean replan, @Nullable JsonNode answer, List<Claim> claims, List<String> missing) {

	static final String FINISH = "finish";

	static final String REPLAN = "replan";

	private static final Pattern TASK_ID = Pattern.compile("t\\d{1,9}(?:-\\d{1,9})*");

	/**
	 * Reads a reply as far as it has the form that was asked for; empty if it is not such
	 * a JSON object.
	 */
	static Optional<JoinReply> read(String reply) {
		return JsonReply.in(reply)
			.filter((json) -> json.isObject() && (json.has("answer") || json.has("action")))
			.map(JoinReply::of);
	}

	private static JoinReply of(JsonNode json) {
		List<String> missing = texts(json.path("missing"));
		JsonNode answer = json.path("answer");
		boolean absent = answer.isMissingNode() || answer.isNull()
				|| (answer.isString() && answer.stringValue().isBlank());
		String action = json.path("action").asString("").strip().toLowerCase(Locale.ROOT);
		boolean replan = action.equals(REPLAN) || (!action.equals(FINISH) && absent && !missing.isEmpty());
		return new JoinReply(replan, absent ? null : answer,
				json.path("claims").valueStream().map(JoinReply::claim).toList(), missing);
	}

	private static Claim claim(JsonNode json) {
		if (!json.isObject()) {
			return new Claim(DisplayValues.text(json), List.of());
		}
		return new Claim(DisplayValues.text(json.path("text")),
				texts(json.path("cites")).stream().map(JoinReply::taskId).toList());
	}

	/**
	 * Returns the task id of a citation. Models also write {@code ${t1.output}} or
	 * {@code [t1]} instead of {@code t1}.
	 */
	private static String taskId(String cite) {
		Matcher matcher = TASK_ID.matcher(cite);
		return matcher.find() ? matcher.group() : cite.strip();
	}

	private static List<String> texts(JsonNode node) {
		Stream<JsonNode> nodes = node.isArray() ? node.valueStream() : Stream.of(node);
		return nodes.filter((item) -> !item.isMissingNode() && !item.isNull())
			.map(DisplayValues::text)
			.filter((text) -> !text.isBlank())
			.toList();
	}

}
