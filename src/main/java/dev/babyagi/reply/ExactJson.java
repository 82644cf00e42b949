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
 * JSON that keeps every digit: no decimal number becomes a double.
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

	/** The document that a text is, if it is one and nothing else. */
	public static Optional<JsonNode> document(String text) {
		return parse(WHOLE, text);
	}

	/** A JSON object or array that a text is, if it is one and nothing else. */
	public static Optional<JsonNode> container(String text) {
		String stripped = text.strip();
		boolean looksLike = (stripped.startsWith("{") && stripped.endsWith("}"))
				|| (stripped.startsWith("[") && stripped.endsWith("]"));
		return looksLike ? document(stripped) : Optional.empty();
	}

	/** Whether a text begins with a whole JSON document. */
	public static boolean startsDocument(String text) {
		return parse(BEGINNING, text).isPresent();
	}

	static JsonNode number(BigDecimal number) {
		return NODES.numberNode(number);
	}

	public static JsonNode text(String text) {
		return NODES.stringNode(text);
	}

	/** An empty object. */
	public static ObjectNode object() {
		return NODES.objectNode();
	}

	public static String write(JsonNode node) {
		return WHOLE.writeValueAsString(node);
	}

	/**
	 * The document that a text is.
	 * @throws IllegalArgumentException if it is none
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
