package dev.babyagi.language;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds the JSON document in what a model said. Code fences and prose around it do not
 * matter; trailing commas, comments, single quotes, bare names and raw line breaks inside
 * strings are forgiven. Decimals keep all their digits.
 *
 * <p>
 * A document that is cut off is not completed here, and nothing is read that is longer
 * than {@value #LONGEST} characters or deeper than {@value #DEEPEST} levels.
 */
public final class JsonReply {

	private static final int LONGEST = 1_000_000;

	private static final int DEEPEST = 100;

	/** Beginnings that are tried; prose has few brackets. */
	private static final int MOST_BEGINNINGS = 64;

	private static final JsonMapper LENIENT = JsonMapper
		.builder(JsonFactory.builder()
			.streamReadConstraints(StreamReadConstraints.builder()
				.maxNestingDepth(DEEPEST)
				.maxStringLength(LONGEST)
				.maxNumberLength(1000)
				.build())
			.build())
		.enable(JsonReadFeature.ALLOW_TRAILING_COMMA, JsonReadFeature.ALLOW_JAVA_COMMENTS,
				JsonReadFeature.ALLOW_SINGLE_QUOTES, JsonReadFeature.ALLOW_UNQUOTED_PROPERTY_NAMES,
				JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS, JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.build();

	private JsonReply() {
	}

	/**
	 * Reads the document.
	 * @param text what the model said
	 * @return the longest object or array in it, or nothing if there is none that is
	 * whole
	 */
	public static Optional<JsonNode> read(String text) {
		return (text.length() > LONGEST) ? Optional.empty() : Optional.ofNullable(longest(text)).map(Found::document);
	}

	/**
	 * Cuts away what comes before the first object or array: for a document that is cut
	 * off and must be mended.
	 * @param text what the model said
	 * @return the text from its first bracket on, empty if it has none
	 */
	public static String fromFirstBracket(String text) {
		int begin = nextBracket(text, 0);
		return (begin < 0) ? "" : text.substring(begin);
	}

	private static @Nullable Found longest(String text) {
		Found longest = null;
		int begin = nextBracket(text, 0);
		for (int tried = 0; begin >= 0 && tried < MOST_BEGINNINGS; tried++) {
			Found found = at(text, begin);
			if (found != null && (longest == null || found.length() > longest.length())) {
				longest = found;
			}
			begin = nextBracket(text, begin + ((found != null) ? found.length() : 1));
		}
		return longest;
	}

	private static @Nullable Found at(String text, int begin) {
		try (JsonParser parser = LENIENT.createParser(text.substring(begin))) {
			JsonNode document = LENIENT.readTree(parser);
			return new Found(document, (int) parser.currentLocation().getCharOffset());
		}
		catch (JacksonException ex) {
			return null;
		}
	}

	private static int nextBracket(String text, int from) {
		for (int at = from; at < text.length(); at++) {
			if (text.charAt(at) == '{' || text.charAt(at) == '[') {
				return at;
			}
		}
		return -1;
	}

	private record Found(JsonNode document, int length) {

	}

}
