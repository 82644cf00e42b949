package dev.babyagi.planning;

import tools.jackson.databind.JsonNode;

import dev.babyagi.plan.Plan;

/**
 * What came of the one call that answers an objective directly.
 */
public sealed interface DirectReply {

	/**
	 * The answer itself.
	 *
	 * @param value a text, or a document that fits the schema of the answer
	 */
	record Answer(JsonNode value) implements DirectReply {

	}

	/**
	 * A tool is to be used: its artifact is the answer.
	 *
	 * @param plan one task that uses the tool
	 */
	record UseTool(Plan plan) implements DirectReply {

	}

	/**
	 * Neither: a failed attempt.
	 *
	 * @param reason what was wanted and what was found; the next attempt reads it
	 */
	record Misfit(String reason) implements DirectReply {

	}

}
