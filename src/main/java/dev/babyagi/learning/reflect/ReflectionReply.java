package dev.babyagi.learning.reflect;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

import dev.babyagi.lesson.LessonText;
import dev.babyagi.reply.DisplayValues;
import dev.babyagi.reply.LooseJson.Document;
import dev.babyagi.reply.OneLine;
import dev.babyagi.reply.ReplyEnvelope;
import dev.babyagi.reply.ReplyJson;
import dev.babyagi.reply.StorableText;

/**
 * Reads the reply of the reflector, in the shapes that models give it.
 */
final class ReflectionReply {

	/** Further lessons are ignored. */
	static final int MOST_LESSONS = 3;

	private static final String ADD = "add";

	private static final List<String> CONTENTS = List.of("content", "lesson_text", "text", "rule");

	private ReflectionReply() {
	}

	/** Returns the lessons of a reply; nothing if the reply cannot be read. */
	static Optional<List<ProposedLesson>> read(String reply) {
		return ReplyJson.find(reply, (root) -> lessons(root).isPresent())
			.map(Document::root)
			.flatMap(ReflectionReply::lessons)
			.map((lessons) -> lessons.map(ReflectionReply::lesson).limit(MOST_LESSONS).toList());
	}

	private static Optional<Stream<JsonNode>> lessons(JsonNode root) {
		return ReplyEnvelope.layers(root).stream().map(ReflectionReply::listed).flatMap(Optional::stream).findFirst();
	}

	/** Returns the lessons in one layer of a reply. */
	private static Optional<Stream<JsonNode>> listed(JsonNode layer) {
		if (layer.has("lessons")) {
			return Optional.of(elements(layer.path("lessons")).filter(JsonNode::isObject));
		}
		return elements(layer).anyMatch((node) -> !text(node, CONTENTS).isEmpty())
				? Optional.of(elements(layer).filter(JsonNode::isObject)) : Optional.empty();
	}

	private static Stream<JsonNode> elements(JsonNode node) {
		return node.isArray() ? node.valueStream() : Stream.of(node);
	}

	private static ProposedLesson lesson(JsonNode node) {
		String action = text(node, List.of("action", "operation")).toLowerCase(Locale.ROOT);
		return new ProposedLesson(action.isEmpty() ? ADD : action, text(node, List.of("lesson", "id")),
				new LessonText(text(node, List.of("title")), text(node, List.of("when", "condition")),
						text(node, List.of("whenNot", "when_not", "unless")), text(node, CONTENTS)));
	}

	private static String text(JsonNode node, List<String> names) {
		return names.stream()
			.map(node::path)
			.filter((field) -> field.isValueNode() && !field.isNull())
			.map((field) -> OneLine.of(StorableText.of(DisplayValues.text(field))))
			.findFirst()
			.orElse("");
	}

}
