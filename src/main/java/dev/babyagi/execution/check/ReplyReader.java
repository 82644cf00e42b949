package dev.babyagi.execution.check;

import java.util.Locale;
import java.util.Optional;

import tools.jackson.databind.JsonNode;

import dev.babyagi.plan.Task;
import dev.babyagi.plan.Task.Expect;
import dev.babyagi.reply.BooleanReader;
import dev.babyagi.reply.DateReader;
import dev.babyagi.reply.ExactJson;
import dev.babyagi.reply.ListReader;
import dev.babyagi.reply.LooseJson.Document;
import dev.babyagi.reply.NumberReader;
import dev.babyagi.reply.ReadingResult;
import dev.babyagi.reply.ReplyEnvelope;
import dev.babyagi.reply.ReplyJson;
import dev.babyagi.reply.TextReader;

/**
 * Reads the artifact of a think task from a reply.
 */
final class ReplyReader {

	private ReplyReader() {
	}

	static ReadingResult read(Task task, String reply) {
		ReplyFormat format = ReplyFormat.of(task);
		Expect expect = task.expect();
		if (format.isStructured()) {
			return ReplyJson.find(reply)
				.map((document) -> readDocument(expect, format, document))
				.orElseGet(() -> readUnstructured(expect, reply));
		}
		if (expect.type() == Expect.Type.TEXT) {
			return TextReader.read(task.instruction(), reply);
		}
		// Also accepts a value that the model has wrapped in JSON without being asked.
		return ReplyEnvelope.in(reply)
			.map((envelope) -> envelope.read((value) -> readValue(expect, value)))
			.orElseGet(() -> readText(expect, reply));
	}

	private static ReadingResult readDocument(Expect expect, ReplyFormat format, Document document) {
		if (document.truncated()) {
			return new ReadingResult.Unreadable("The JSON document breaks off before its end");
		}
		JsonNode artifact = format.artifact(document.root());
		Optional<ReplyEnvelope> envelope = format.takesAnything() ? ReplyEnvelope.of(artifact) : Optional.empty();
		return envelope.filter((found) -> !(found instanceof ReplyEnvelope.Answer))
			.map((found) -> found.read(ReadingResult.Value::new))
			.orElseGet(() -> readValue(expect, artifact));
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
			case LIST -> value.isArray() ? new ReadingResult.Value(value) : new ReadingResult.Unreadable(
					"A JSON array was expected, not " + value.getNodeType().name().toLowerCase(Locale.ROOT));
			case TEXT, JSON -> new ReadingResult.Value(value);
		};
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
