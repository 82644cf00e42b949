package dev.babyagi.planning;

import tools.jackson.databind.JsonNode;

import dev.babyagi.plan.Plan;

/**
 * What the reply to the request for a direct answer says.
 */
public sealed interface DirectReply {

	/**
	 * The answer.
	 *
	 * @param value a text, or a document that fits the schema of the answer
	 */
	record Answer(JsonNode value) implements DirectReply {

	}

	/**
	 * A tool must be used. Its artifact is the answer.
	 *
	 * @param plan a plan of one task that uses the tool
	 */
	record UseTool(Plan plan) implements DirectReply {

	}

	/**
	 * The reply is not usable, so the attempt failed.
	 *
	 * @param reason what was expected and what was found; the next attempt reads it
	 */
	record Misfit(String reason) implements DirectReply {

	}

}
