package dev.babyagi.planning;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One piece of work a plan asks for. It never changes; what happens to it is a task run.
 *
 * @param id unique within the objective: {@code t1}; a child of {@code t3} is
 * {@code t3-1}
 * @param title a few words
 * @param instruction what to do, self-contained
 * @param assignment who does it
 * @param dependsOn ids of the tasks whose artifacts it needs
 * @param covers ids of the requirements it serves
 * @param expect the artifact it should produce
 * @param success how its artifact is checked
 * @param sideEffect whether it changes something outside
 * @param effort how hard to try
 * @param timeout the longest one call of it may take, or {@code null} for the default
 * @param parent the task it is a child of, or {@code null}
 */
public record Task(String id, String title, String instruction, Assignment assignment, List<String> dependsOn,
		List<String> covers, Expect expect, Success success, boolean sideEffect, Effort effort,
		@Nullable Duration timeout, @Nullable String parent) {

	public Task {
		dependsOn = List.copyOf(dependsOn);
		covers = List.copyOf(covers);
	}

	/**
	 * How hard to try.
	 */
	public enum Effort {

		/** One answer, checked as the task says. */
		LOW,

		/** A vote, where a vote can be taken. */
		HIGH

	}

	/**
	 * The artifact a task should produce.
	 *
	 * @param type its type
	 * @param schema its JSON Schema, or {@code null}
	 * @param unit its unit, or {@code null}
	 * @param maxChars its greatest length in characters, or {@code null}
	 */
	public record Expect(Type type, @Nullable JsonNode schema, @Nullable String unit, @Nullable Integer maxChars) {

		/** Text of any length. */
		public static final Expect TEXT = new Expect(Type.TEXT, null, null, null);

		/** A number. */
		public static final Expect NUMBER = new Expect(Type.NUMBER, null, null, null);

		/**
		 * The type of an artifact.
		 */
		public enum Type {

			/** Any text. */
			TEXT,

			/** A decimal number. */
			NUMBER,

			/** True or false. */
			BOOLEAN,

			/** A date, or a date and time, in ISO 8601. */
			DATE,

			/** A JSON array. */
			LIST,

			/** Any JSON document. */
			JSON

		}

	}

	/**
	 * How an artifact is checked.
	 *
	 * @param kind the kind of check
	 * @param arg what the check needs: an expression, a pattern, a schema, a range, a
	 * criterion; {@code null} for none
	 */
	public record Success(Kind kind, @Nullable JsonNode arg) {

		/** No check beyond the general ones. */
		public static final Success NONE = new Success(Kind.NONE, null);

		/**
		 * The kind of a check.
		 */
		public enum Kind {

			/** Must equal the value of an expression. */
			RECOMPUTE,

			/** Must match a pattern as a whole. */
			REGEX,

			/** Must fit a JSON Schema. */
			SCHEMA,

			/** Must be a number within bounds. */
			RANGE,

			/** Is judged by a criterion. */
			RUBRIC,

			/** Is not checked. */
			NONE

		}

	}

}
