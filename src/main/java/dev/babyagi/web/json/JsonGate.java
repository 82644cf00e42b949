package dev.babyagi.web.json;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.json.JsonFactory;

import dev.babyagi.web.Problem;
import dev.babyagi.web.ProblemType;

/**
 * Checks a JSON body before it is bound to a type, so that the same limits hold for all
 * types. A body is one document in UTF-8 without duplicate properties. Its depth, its
 * numbers, its names, its strings and the characters in them are bounded.
 */
final class JsonGate {

	/** The limit on depth from the HTTP contract. */
	private static final int DEEPEST = 100;

	/** The limit from the HTTP contract, in UTF-16 units. */
	private static final int LONGEST_STRING = 100_000;

	/** No number of the API has more digits; reading a longer one only costs time. */
	private static final int LONGEST_NUMBER = 1_000;

	/** Names in a schema or in metadata are far shorter. */
	private static final int LONGEST_NAME = 1_000;

	/** A body of 256 kB that has more tokens consists of brackets and commas only. */
	private static final int MOST_TOKENS = 100_000;

	private static final JsonFactory JSON = JsonFactory.builder()
		.streamReadConstraints(StreamReadConstraints.builder()
			.maxNestingDepth(DEEPEST)
			.maxStringLength(LONGEST_STRING)
			.maxNumberLength(LONGEST_NUMBER)
			.maxNameLength(LONGEST_NAME)
			.maxTokenCount(MOST_TOKENS)
			.build())
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.build();

	private JsonGate() {
	}

	/**
	 * Returns the text of a body that passes the check.
	 * @throws Problem if it does not pass; names the place
	 */
	static String pass(byte[] body) {
		String json = decode(body);
		try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
			inspect(parser);
		}
		return json;
	}

	private static String decode(byte[] body) {
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
		}
		catch (CharacterCodingException ex) {
			throw Problem.of(ProblemType.INVALID_REQUEST, "The body is not UTF-8");
		}
	}

	private static void inspect(JsonParser parser) {
		try {
			int documents = 0;
			for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
				inspect(token, parser);
				documents += parser.streamReadContext().inRoot() ? 1 : 0;
				if (documents > 1) {
					throw Problem.of(ProblemType.INVALID_REQUEST,
							"The body goes on after the end of its JSON document");
				}
			}
			if (documents == 0) {
				throw Problem.of(ProblemType.INVALID_REQUEST, "The body is empty; a JSON document is expected");
			}
		}
		catch (JacksonException ex) {
			throw JsonProblems.unreadable(ex, pointer(parser.streamReadContext()));
		}
	}

	private static void inspect(JsonToken token, JsonParser parser) {
		TokenStreamContext context = parser.streamReadContext();
		if (token == JsonToken.PROPERTY_NAME) {
			TextRules.flaw(parser.currentName()).ifPresent((flaw) -> {
				throw Problem.invalid(pointer(context.getParent()), "has a property whose name " + flaw);
			});
		}
		else if (token == JsonToken.VALUE_STRING) {
			String text = parser.getString();
			if (text.length() > LONGEST_STRING) {
				throw Problem.invalid(pointer(context), "is longer than " + LONGEST_STRING + " characters");
			}
			TextRules.flaw(text).ifPresent((flaw) -> {
				throw Problem.invalid(pointer(context), flaw);
			});
		}
	}

	private static String pointer(TokenStreamContext context) {
		return context.pathAsPointer().toString();
	}

}
