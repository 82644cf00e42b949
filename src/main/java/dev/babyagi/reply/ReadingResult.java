package dev.babyagi.reply;

import tools.jackson.databind.JsonNode;

/**
 * The result of reading a reply as a given type. Reading never guesses: a reply that
 * could mean two things is unreadable.
 */
public sealed interface ReadingResult {

	/**
	 * The reply states one value.
	 *
	 * @param value the value
	 */
	record Value(JsonNode value) implements ReadingResult {

	}

	/**
	 * The reply states no value of the type, or more than one.
	 *
	 * @param message what is wrong, addressed to the model that wrote the reply
	 */
	record Unreadable(String message) implements ReadingResult {

	}

}
