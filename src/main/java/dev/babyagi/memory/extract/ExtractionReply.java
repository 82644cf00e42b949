package dev.babyagi.memory.extract;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

import dev.babyagi.reply.DisplayValues;
import dev.babyagi.reply.LooseJson.Document;
import dev.babyagi.reply.OneLine;
import dev.babyagi.reply.ReplyEnvelope;
import dev.babyagi.reply.ReplyJson;
import dev.babyagi.reply.StorableText;

/**
 * Reads the reply of the extractor, in the shapes that models give it.
 */
final class ExtractionReply {

	/** Further facts are ignored. */
	static final int MOST_FACTS = 20;

	private static final List<String> LISTS = List.of("facts", "memories", "items");

	private static final List<String> ATTRIBUTES = List.of("attribute", "property", "predicate", "relation");

	private static final List<String> VALUES = List.of("value", "object");

	private static final List<String> QUOTES = List.of("quote", "evidence", "source");

	private ExtractionReply() {
	}

	/** Returns the facts of a reply; nothing if the reply cannot be read. */
	static Optional<List<ReportedFact>> read(String reply) {
		return ReplyJson.find(reply, (root) -> facts(root).isPresent())
			.map(Document::root)
			.flatMap(ExtractionReply::facts)
			.map((facts) -> facts.map(ExtractionReply::fact).limit(MOST_FACTS).toList());
	}

	private static Optional<Stream<JsonNode>> facts(JsonNode root) {
		return ReplyEnvelope.layers(root).stream().map(ExtractionReply::listed).flatMap(Optional::stream).findFirst();
	}

	/** Returns the facts in one layer of a reply. */
	private static Optional<Stream<JsonNode>> listed(JsonNode layer) {
		Optional<JsonNode> named = LISTS.stream().filter(layer::has).findFirst().map(layer::path);
		if (named.isPresent()) {
			return Optional.of(elements(named.get()).filter(ExtractionReply::isFact));
		}
		return elements(layer).anyMatch(ExtractionReply::isFact)
				? Optional.of(elements(layer).filter(ExtractionReply::isFact)) : Optional.empty();
	}

	private static Stream<JsonNode> elements(JsonNode node) {
		return node.isArray() ? node.valueStream() : Stream.of(node);
	}

	private static boolean isFact(JsonNode node) {
		return node.isObject() && !text(node, QUOTES).isEmpty() && !text(node, VALUES).isEmpty();
	}

	private static ReportedFact fact(JsonNode node) {
		return new ReportedFact(text(node, List.of("kind", "type")), text(node, List.of("subject")),
				text(node, ATTRIBUTES), text(node, VALUES), text(node, List.of("text", "sentence")),
				text(node, QUOTES));
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
