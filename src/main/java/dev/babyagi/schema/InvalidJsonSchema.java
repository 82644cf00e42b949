package dev.babyagi.schema;

import java.util.List;

/**
 * A document is not a JSON Schema, or not one that is supported.
 */
public final class InvalidJsonSchema extends RuntimeException {

	private final List<String> problems;

	InvalidJsonSchema(List<String> problems) {
		super("Not a JSON Schema: " + String.join("; ", problems));
		this.problems = List.copyOf(problems);
	}

	/** Returns what is wrong, each with the JSON pointer of its place. */
	public List<String> problems() {
		return this.problems;
	}

}
