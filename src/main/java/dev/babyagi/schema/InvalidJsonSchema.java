package dev.babyagi.schema;

import java.util.List;

/**
 * A document that should be a JSON Schema is none, or one we do not take.
 */
public final class InvalidJsonSchema extends RuntimeException {

	private final List<String> problems;

	InvalidJsonSchema(List<String> problems) {
		super("Not a JSON Schema: " + String.join("; ", problems));
		this.problems = List.copyOf(problems);
	}

	/** What is wrong, each with the JSON pointer of its place. */
	public List<String> problems() {
		return this.problems;
	}

}
