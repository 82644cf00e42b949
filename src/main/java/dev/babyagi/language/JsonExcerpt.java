package dev.babyagi.language;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import dev.babyagi.reply.ExactJson;

/**
 * Shortens a JSON document to a smaller JSON document.
 */
final class JsonExcerpt {

	/** Tokens for brackets, a comma and a colon. */
	private static final int PUNCTUATION = 2;

	private JsonExcerpt() {
	}

	static String of(JsonNode document, int tokens) {
		JsonNode kept = beginning(document, tokens);
		String kind = document.isArray() ? "list" : "object";
		if (kept == null) {
			return "[left out: a JSON " + kind + " of " + document.size() + " elements, too long to show]";
		}
		return kept + "\n[cut: a part of a JSON " + kind + " of " + document.size() + " elements is shown]";
	}

	/**
	 * Keeps whole elements as long as they fit, and the beginning of the first element
	 * that does not fit.
	 */
	private static @Nullable JsonNode beginning(JsonNode node, int tokens) {
		if (node instanceof ArrayNode array) {
			return beginning(array, tokens);
		}
		return (node instanceof ObjectNode object) ? beginning(object, tokens) : null;
	}

	private static @Nullable JsonNode beginning(ArrayNode array, int tokens) {
		ArrayNode kept = ExactJson.NODES.arrayNode();
		int room = tokens - PUNCTUATION;
		for (JsonNode element : array) {
			JsonNode part = fitting(element, room);
			if (part != null) {
				kept.add(part);
			}
			if (!element.equals(part)) {
				break;
			}
			room -= TokenEstimate.in(element.toString()) + PUNCTUATION;
		}
		return kept.isEmpty() ? null : kept;
	}

	private static @Nullable JsonNode beginning(ObjectNode object, int tokens) {
		ObjectNode kept = ExactJson.NODES.objectNode();
		int room = tokens - PUNCTUATION;
		for (Map.Entry<String, JsonNode> field : object.properties()) {
			room -= TokenEstimate.in(field.getKey()) + PUNCTUATION;
			JsonNode part = fitting(field.getValue(), room);
			if (part != null) {
				kept.set(field.getKey(), part);
			}
			if (!field.getValue().equals(part)) {
				break;
			}
			room -= TokenEstimate.in(field.getValue().toString());
		}
		return kept.isEmpty() ? null : kept;
	}

	private static @Nullable JsonNode fitting(JsonNode node, int tokens) {
		return (TokenEstimate.in(node.toString()) <= tokens) ? node : beginning(node, tokens);
	}

}
