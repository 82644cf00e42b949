package dev.babyagi.plan;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import dev.babyagi.reply.ExactJson;

/**
 * Plans as JSON: the shape of the HTTP contract, with what only we need beside it. What
 * was written is read back exactly, every digit of every number included.
 */
public final class PlanJson {

	private PlanJson() {
	}

	/** The plan in the shape of the HTTP contract, without the objective's id. */
	public static ObjectNode write(Plan plan) {
		return PlanWriter.plan(plan);
	}

	/**
	 * Reads a plan that {@link #write} wrote.
	 * @throws IllegalArgumentException if it is no such plan
	 */
	public static Plan read(JsonNode json) {
		return PlanReader.plan(json);
	}

	/** The plan as text, for storing. */
	public static String toText(Plan plan) {
		return ExactJson.write(write(plan));
	}

	/**
	 * Reads what {@link #toText} wrote.
	 * @throws IllegalArgumentException if it is no such plan
	 */
	public static Plan fromText(String text) {
		return read(ExactJson.read(text));
	}

}
