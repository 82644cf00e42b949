package dev.babyagi.execution.check;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import tools.jackson.databind.JsonNode;

import dev.babyagi.plan.Task;
import dev.babyagi.plan.Task.Expect;
import dev.babyagi.reply.BooleanReader;
import dev.babyagi.reply.DateReader;
import dev.babyagi.reply.ExactJson;
import dev.babyagi.reply.JsonReply;
import dev.babyagi.reply.ListReader;
import dev.babyagi.reply.NumberReader;
import dev.babyagi.reply.ReadingResult;

/**
 * Reads the artifact of a think task from a reply.
 */
final class ReplyReader {

	private static final List<String> ANSWER_FIELDS = List.of(ReplyFormat.VALUE, "answer", "result", "output");

	private ReplyReader() {
	}

	static ReadingResult read(Task task, String reply) {
		ReplyFormat shape = ReplyFormat.of(task);
		Expect expect = task.expect();
		if (!shape.isStructured()) {
			return readText(expect, plain(expect, reply));
		}
		Optional<JsonNode> document = JsonReply.in(reply);
		return document.map((node) -> readValue(expect, shape.unwrap(node)))
			.orElseGet(() -> readUnstructured(expect, reply));
	}

	/**
	 * Also accepts a short answer that the model has wrapped in JSON without being asked.
	 */
	private static String plain(Expect expect, String reply) {
		if (expect.type() == Expect.Type.TEXT) {
			return reply;
		}
		return JsonReply.in(reply)
			.filter((node) -> node.isObject() && node.size() == 1)
			.flatMap((node) -> ANSWER_FIELDS.stream().filter(node::has).map(node::path).findFirst())
			.filter(JsonNode::isValueNode)
			.map(JsonNode::asString)
			.orElse(reply);
	}

	private static ReadingResult readText(Expect expect, String reply) {
		return switch (expect.type()) {
			case NUMBER -> NumberReader.read(reply, expect.unit());
			case BOOLEAN -> BooleanReader.read(reply);
			case DATE -> DateReader.read(reply);
			case TEXT, LIST, JSON -> new ReadingResult.Value(ExactJson.text(reply.strip()));
		};
	}

	private static ReadingResult readValue(Expect expect, JsonNode value) {
		return switch (expect.type()) {
			case NUMBER -> value.isNumber() ? new ReadingResult.Value(value) : readText(expect, value.asString(""));
			case BOOLEAN -> value.isBoolean() ? new ReadingResult.Value(value) : readText(expect, value.asString(""));
			case DATE -> readText(expect, value.asString(""));
			case LIST -> list(value);
			case TEXT, JSON -> new ReadingResult.Value(value);
		};
	}

	/** Also accepts an object whose only field is a list. */
	private static ReadingResult list(JsonNode value) {
		if (value.isArray()) {
			return new ReadingResult.Value(value);
		}
		if (value.isObject() && value.size() == 1 && value.iterator().next().isArray()) {
			return new ReadingResult.Value(value.iterator().next());
		}
		return new ReadingResult.Unreadable(
				"A JSON array was expected, not " + value.getNodeType().name().toLowerCase(Locale.ROOT));
	}

	private static ReadingResult readUnstructured(Expect expect, String reply) {
		return switch (expect.type()) {
			case LIST -> ListReader.read(reply)
				.<ReadingResult>map(ReadingResult.Value::new)
				.orElseGet(() -> new ReadingResult.Unreadable("A JSON array was expected; there is none"));
			case JSON -> new ReadingResult.Unreadable("A JSON document was expected; there is none");
			case TEXT, NUMBER, BOOLEAN, DATE -> readText(expect, reply);
		};
	}

}
