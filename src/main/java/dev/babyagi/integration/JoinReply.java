package dev.babyagi.integration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import dev.babyagi.integration.Answer.Claim;
import dev.babyagi.plan.TaskId;
import dev.babyagi.reply.DisplayValues;
import dev.babyagi.reply.ExactJson;
import dev.babyagi.reply.ReplyEnvelope;
import dev.babyagi.reply.ReplyJson;

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

	/** The words for an empty list. */
	private static final Set<String> NOTHING = Set.of("none", "nothing", "nothing is missing", "no", "n/a", "na",
			"null", "-", "[]", "{}", "无", "没有");

	private static final Pattern TASK_ID = Pattern.compile("\\bt\\d{1,9}(?:-\\d{1,9})*");

	/**
	 * Reads a reply as far as it has the form that was asked for; empty if it is not such
	 * a JSON object.
	 */
	static Optional<JoinReply> read(String reply) {
		return ReplyJson.find(reply, (root) -> form(root).isPresent())
			.flatMap((document) -> form(document.root()))
			.map(JoinReply::of);
	}

	private static Optional<JsonNode> form(JsonNode root) {
		return ReplyEnvelope.layers(root)
			.stream()
			.filter((layer) -> layer.isObject() && (layer.has("answer") || layer.has("action")))
			.findFirst();
	}

	private static JoinReply of(JsonNode json) {
		List<String> missing = texts(json.path("missing")).stream().filter((text) -> !meansNothing(text)).toList();
		JsonNode answer = answer(json.path("answer"));
		boolean absent = answer.isMissingNode() || answer.isNull()
				|| (answer.isString() && answer.stringValue().isBlank());
		String action = json.path("action").asString("").strip().toLowerCase(Locale.ROOT);
		boolean replan = action.equals(REPLAN) || (!action.equals(FINISH) && absent && !missing.isEmpty());
		return new JoinReply(replan, absent ? null : answer,
				json.path("claims").valueStream().map(JoinReply::claim).toList(), missing);
	}

	/** Models also wrap the answer itself. */
	private static JsonNode answer(JsonNode written) {
		ReplyEnvelope envelope = written.isObject() ? ReplyEnvelope.of(written).orElse(null) : null;
		return switch (envelope) {
			case ReplyEnvelope.Answer(JsonNode value) -> value;
			case ReplyEnvelope.Blank() -> ExactJson.NODES.missingNode();
			case null, default -> written;
		};
	}

	/** Whether a text such as "none" says that nothing is missing. */
	private static boolean meansNothing(String text) {
		return NOTHING.contains(text.strip().toLowerCase(Locale.ROOT).replaceFirst("[.!。]$", ""));
	}

	private static Claim claim(JsonNode json) {
		if (!json.isObject()) {
			return new Claim(DisplayValues.text(json), List.of());
		}
		List<String> cites = texts(json.path("cites")).stream()
			.flatMap((list) -> Stream.of(list.split("[,;、]")))
			.flatMap((cite) -> taskIds(cite.strip()))
			.distinct()
			.toList();
		return new Claim(DisplayValues.text(json.path("text")), cites);
	}

	/**
	 * Returns the task ids of a citation. Models also write {@code 1}, {@code T1},
	 * {@code ${t1.output}} or "t1 and t2" instead of {@code t1}.
	 */
	private static Stream<String> taskIds(String cite) {
		Optional<String> id = TaskId.normalise(cite);
		if (id.isPresent()) {
			return id.stream();
		}
		List<String> ids = new ArrayList<>();
		Matcher matcher = TASK_ID.matcher(cite.toLowerCase(Locale.ROOT));
		while (matcher.find()) {
			ids.add(matcher.group());
		}
		return ids.isEmpty() ? Stream.of(cite).filter((text) -> !text.isEmpty()) : ids.stream();
	}

	private static List<String> texts(JsonNode node) {
		Stream<JsonNode> nodes = node.isArray() ? node.valueStream() : Stream.of(node);
		return nodes.filter((item) -> !item.isMissingNode() && !item.isNull())
			.map(DisplayValues::text)
			.filter((text) -> !text.isBlank())
			.toList();
	}

}
