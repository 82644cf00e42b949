package dev.babyagi.execution;

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
import dev.babyagi.reply.Reading;

/**
 * Reads the artifact of a think task out of a reply.
 */
final class ReplyReader {

	private static final List<String> ANSWER_FIELDS = List.of(Shape.VALUE, "answer", "result", "output");

	private ReplyReader() {
	}

	static Reading read(Task task, String reply) {
		Shape shape = Shape.of(task);
		Expect expect = task.expect();
		if (!shape.isStructured()) {
			return readText(expect, plain(expect, reply));
		}
		Optional<JsonNode> document = JsonReply.in(reply);
		return document.map((node) -> readValue(expect, shape.unwrap(node)))
			.orElseGet(() -> readUnstructured(expect, reply));
	}

	/** A model that wraps a short answer in JSON unasked is understood. */
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

	private static Reading readText(Expect expect, String reply) {
		return switch (expect.type()) {
			case NUMBER -> NumberReader.read(reply, expect.unit());
			case BOOLEAN -> BooleanReader.read(reply);
			case DATE -> DateReader.read(reply);
			case TEXT, LIST, JSON -> new Reading.Value(ExactJson.text(reply.strip()));
		};
	}

	private static Reading readValue(Expect expect, JsonNode value) {
		return switch (expect.type()) {
			case NUMBER -> value.isNumber() ? new Reading.Value(value) : readText(expect, value.asString(""));
			case BOOLEAN -> value.isBoolean() ? new Reading.Value(value) : readText(expect, value.asString(""));
			case DATE -> readText(expect, value.asString(""));
			case LIST -> list(value);
			case TEXT, JSON -> new Reading.Value(value);
		};
	}

	/** A list that is the only field of an object is that list. */
	private static Reading list(JsonNode value) {
		if (value.isArray()) {
			return new Reading.Value(value);
		}
		if (value.isObject() && value.size() == 1 && value.iterator().next().isArray()) {
			return new Reading.Value(value.iterator().next());
		}
		return new Reading.Unreadable(
				"A JSON array was expected, not " + value.getNodeType().name().toLowerCase(Locale.ROOT));
	}

	private static Reading readUnstructured(Expect expect, String reply) {
		return switch (expect.type()) {
			case LIST -> ListReader.read(reply)
				.<Reading>map(Reading.Value::new)
				.orElseGet(() -> new Reading.Unreadable("A JSON array was expected; there is none"));
			case JSON -> new Reading.Unreadable("A JSON document was expected; there is none");
			case TEXT, NUMBER, BOOLEAN, DATE -> readText(expect, reply);
		};
	}

}
