package dev.babyagi.reply;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds the JSON document in a model's reply, whatever text surrounds it. It tolerates
 * common mistakes of models: trailing commas, line breaks inside texts, comments.
 */
public final class JsonReply {

	/**
	 * The most opening brackets that are tried; the first is nearly always the document.
	 */
	private static final int MAX_TRIES = 20;

	private static final JsonMapper LENIENT = JsonMapper.builder()
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
		.enable(JsonReadFeature.ALLOW_TRAILING_COMMA, JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS,
				JsonReadFeature.ALLOW_JAVA_COMMENTS)
		.build();

	private JsonReply() {
	}

	/**
	 * Returns the longest object or array in a reply. A footnote such as {@code [1]} does
	 * not count if there is another document.
	 */
	public static Optional<JsonNode> in(String reply) {
		Found longest = null;
		int opening = opening(reply, 0);
		for (int tries = 0; opening >= 0 && tries < MAX_TRIES; tries++) {
			Found found = read(reply, opening);
			if (found != null && (longest == null || found.length() > longest.length())) {
				longest = found;
			}
			opening = opening(reply, (found != null) ? opening + found.length() : opening + 1);
		}
		return Optional.ofNullable(longest).map(Found::document);
	}

	/**
	 * Reads a text as a document of any type, or returns nothing if it is anything else.
	 */
	public static Optional<JsonNode> whole(String text) {
		return ExactJson.document(text.strip());
	}

	private static int opening(String reply, int from) {
		int object = reply.indexOf('{', from);
		int array = reply.indexOf('[', from);
		return (object < 0 || array < 0) ? Math.max(object, array) : Math.min(object, array);
	}

	private static @Nullable Found read(String reply, int opening) {
		try (JsonParser parser = LENIENT.createParser(reply.substring(opening))) {
			JsonNode document = LENIENT.readTree(parser);
			return new Found(document, (int) parser.currentLocation().getCharOffset());
		}
		catch (JacksonException ex) {
			return null;
		}
	}

	private record Found(JsonNode document, int length) {

	}

}
