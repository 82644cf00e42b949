package dev.babyagi.reply;

import java.math.BigDecimal;
import java.util.Optional;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads and writes JSON without losing digits: no decimal number becomes a double.
 */
public final class ExactJson {

	public static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	private static final JsonMapper WHOLE = JsonMapper.builder()
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
		.build();

	private static final JsonMapper BEGINNING = WHOLE.rebuild()
		.disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.build();

	private ExactJson() {
	}

	/** Reads a text as a document, or returns nothing if it is anything else. */
	public static Optional<JsonNode> document(String text) {
		return parse(WHOLE, text);
	}

	/**
	 * Reads a text as a JSON object or array, or returns nothing if it is anything else.
	 */
	public static Optional<JsonNode> container(String text) {
		String stripped = text.strip();
		boolean looksLike = (stripped.startsWith("{") && stripped.endsWith("}"))
				|| (stripped.startsWith("[") && stripped.endsWith("]"));
		return looksLike ? document(stripped) : Optional.empty();
	}

	/** Returns whether a text begins with a complete JSON document. */
	public static boolean startsDocument(String text) {
		return parse(BEGINNING, text).isPresent();
	}

	static JsonNode number(BigDecimal number) {
		return NODES.numberNode(number);
	}

	public static JsonNode text(String text) {
		return NODES.stringNode(text);
	}

	/** Returns an empty object. */
	public static ObjectNode object() {
		return NODES.objectNode();
	}

	public static String write(JsonNode node) {
		return WHOLE.writeValueAsString(node);
	}

	/**
	 * Reads a text as a document.
	 * @throws IllegalArgumentException if it is not one
	 */
	public static JsonNode read(String text) {
		try {
			return WHOLE.readTree(text);
		}
		catch (JacksonException ex) {
			throw new IllegalArgumentException("This is not JSON: " + ex.getOriginalMessage(), ex);
		}
	}

	private static Optional<JsonNode> parse(JsonMapper mapper, String text) {
		try {
			JsonNode node = mapper.readTree(text);
			return node.isMissingNode() ? Optional.empty() : Optional.of(node);
		}
		catch (JacksonException ex) {
			return Optional.empty();
		}
	}

}
