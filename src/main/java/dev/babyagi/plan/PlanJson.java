package dev.babyagi.plan;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import dev.babyagi.reply.ExactJson;

/**
 * Converts plans to and from JSON. The JSON has the fields of the HTTP contract and some
 * internal ones. Reading returns exactly what was written, with every digit of every
 * number.
 */
public final class PlanJson {

	private PlanJson() {
	}

	/** Returns the plan in the form of the HTTP contract, without the objective's id. */
	public static ObjectNode write(Plan plan) {
		return PlanWriter.plan(plan);
	}

	/**
	 * Reads a plan that {@link #write} wrote.
	 * @throws IllegalArgumentException if the document is not such a plan
	 */
	public static Plan read(JsonNode json) {
		return PlanReader.plan(json);
	}

	/** Returns the plan as text, for storing. */
	public static String toText(Plan plan) {
		return ExactJson.write(write(plan));
	}

	/**
	 * Reads a text that {@link #toText} wrote.
	 * @throws IllegalArgumentException if the text is not such a plan
	 */
	public static Plan fromText(String text) {
		return read(ExactJson.read(text));
	}

}
