package dev.babyagi.reply;

import tools.jackson.databind.JsonNode;

/**
 * What a reply says, read as the type that was asked for. A reading is never a guess: a
 * reply that could mean two things is unreadable.
 */
public sealed interface ReadingResult {

	/**
	 * It says one thing.
	 *
	 * @param value what it says
	 */
	record Value(JsonNode value) implements ReadingResult {

	}

	/**
	 * It says nothing of the kind, or more than one thing.
	 *
	 * @param message what is wrong, said to the model that wrote the reply
	 */
	record Unreadable(String message) implements ReadingResult {

	}

}
