package dev.babyagi.language;

import tools.jackson.databind.JsonNode;

/**
 * The wanted form of a reply.
 */
public sealed interface ReplyForm {

	/** Plain text, requested without a response format. */
	ReplyForm TEXT = new Text();

	/**
	 * Plain text.
	 */
	record Text() implements ReplyForm {

	}

	/**
	 * A JSON document. The endpoint is asked for it in the strongest form that it
	 * supports: {@code json_schema}, {@code json_object}, or the schema in the prompt.
	 *
	 * @param name a short name for the schema: letters, digits, dashes, underscores
	 * @param schema the JSON Schema of the reply
	 */
	record Structured(String name, JsonNode schema) implements ReplyForm {

	}

}
