package dev.babyagi.plan;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A piece of work in a plan. It never changes; its execution is recorded as a task run.
 *
 * @param id unique within the objective: {@code t1}; a child of {@code t3} is {@code
 * t3-1}
 * @param title a few words
 * @param instruction what to do, self-contained
 * @param assignment who carries it out
 * @param dependsOn ids of the tasks whose artifacts it needs
 * @param covers ids of the requirements it serves
 * @param expect the artifact it should produce
 * @param success how its artifact is checked
 * @param sideEffect whether it changes something outside the service
 * @param effort how much work its result is worth
 * @param timeout the longest that one of its calls may take, or {@code null} for the
 * default
 * @param parent the task it is a child of, or {@code null}
 */
public record Task(String id, String title, String instruction, Assignment assignment, List<String> dependsOn,
		List<String> covers, Expect expect, Success success, boolean sideEffect, Effort effort,
		@Nullable Duration timeout, @Nullable String parent) {

	private static final int MAX_TITLE = 80;

	public Task {
		dependsOn = List.copyOf(dependsOn);
		covers = List.copyOf(covers);
	}

	/** Returns a title of at most 80 characters: the first words of a text. */
	public static String title(String text) {
		String line = text.strip().lines().findFirst().orElse("").strip();
		if (line.codePointCount(0, line.length()) <= MAX_TITLE) {
			return line;
		}
		return line.substring(0, line.offsetByCodePoints(0, MAX_TITLE - 1)) + "…";
	}

	public Task withId(String id) {
		return new Task(id, this.title, this.instruction, this.assignment, this.dependsOn, this.covers, this.expect,
				this.success, this.sideEffect, this.effort, this.timeout, this.parent);
	}

	public Task withAssignment(Assignment assignment) {
		return new Task(this.id, this.title, this.instruction, assignment, this.dependsOn, this.covers, this.expect,
				this.success, this.sideEffect, this.effort, this.timeout, this.parent);
	}

	public Task withDependsOn(Collection<String> dependsOn) {
		return new Task(this.id, this.title, this.instruction, this.assignment, List.copyOf(dependsOn), this.covers,
				this.expect, this.success, this.sideEffect, this.effort, this.timeout, this.parent);
	}

	public Task withCovers(Collection<String> covers) {
		return new Task(this.id, this.title, this.instruction, this.assignment, this.dependsOn, List.copyOf(covers),
				this.expect, this.success, this.sideEffect, this.effort, this.timeout, this.parent);
	}

	public Task withSideEffect(boolean sideEffect) {
		return new Task(this.id, this.title, this.instruction, this.assignment, this.dependsOn, this.covers,
				this.expect, this.success, sideEffect, this.effort, this.timeout, this.parent);
	}

	public Task withParent(String parent) {
		return new Task(this.id, this.title, this.instruction, this.assignment, this.dependsOn, this.covers,
				this.expect, this.success, this.sideEffect, this.effort, this.timeout, parent);
	}

	/**
	 * Returns whether independent answers to it can be expected to be equal, so that a
	 * vote on them can end.
	 */
	public boolean hasComparableAnswers() {
		return ComparableAnswers.areProducedBy(this);
	}

	/** Returns the tasks that its instruction, its inputs and its check refer to. */
	public Set<String> references() {
		Set<String> references = new LinkedHashSet<>(References.tasksIn(this.instruction));
		if (this.assignment instanceof Assignment.UseTool use) {
			references.addAll(References.tasksIn(use.inputs()));
		}
		if (this.success.arg() != null) {
			references.addAll(References.tasksIn(this.success.arg()));
		}
		return references;
	}

	/** Returns what seems to be a reference in these texts and cannot be resolved. */
	public Set<String> unreadReferences() {
		Set<String> unread = new LinkedHashSet<>(References.unreadIn(this.instruction));
		if (this.assignment instanceof Assignment.UseTool use) {
			unread.addAll(References.unreadIn(use.inputs()));
		}
		if (this.success.arg() != null) {
			unread.addAll(References.unreadIn(this.success.arg()));
		}
		return unread;
	}

	/** Returns the task with changed title, instruction, inputs and check. */
	public Task withTexts(UnaryOperator<String> text, UnaryOperator<JsonNode> json) {
		Assignment changed = (this.assignment instanceof Assignment.UseTool(String tool, ObjectNode inputs))
				? new Assignment.UseTool(tool, (ObjectNode) json.apply(inputs)) : this.assignment;
		JsonNode arg = this.success.arg();
		Success check = (arg != null) ? new Success(this.success.kind(), json.apply(arg)) : this.success;
		return new Task(this.id, text.apply(this.title), text.apply(this.instruction), changed, this.dependsOn,
				this.covers, this.expect, check, this.sideEffect, this.effort, this.timeout, this.parent);
	}

	/**
	 * How much work the result of a task is worth.
	 */
	public enum Effort {

		/** One answer, checked as the task says. */
		LOW,

		/** A vote of several answers, if these can be compared. */
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
	 * @param arg the argument of the check: an expression, a pattern, a schema or a
	 * range; {@code null} for none
	 */
	public record Success(Kind kind, @Nullable JsonNode arg) {

		/** Only the general checks apply. */
		public static final Success NONE = new Success(Kind.NONE, null);

		/**
		 * The kind of a check.
		 */
		public enum Kind {

			/**
			 * The artifact must equal the value of the expression in {@code arg}, a text.
			 */
			RECOMPUTE,

			/** The whole artifact must match the pattern in {@code arg}, a text. */
			REGEX,

			/** The artifact must fit the JSON Schema in {@code arg}. */
			SCHEMA,

			/**
			 * The artifact must be a number within <code>{"min", "max"}</code> in {@code
			 * arg}, bounds included. Either bound may be absent.
			 */
			RANGE,

			/**
			 * The artifact must meet the criterion in {@code arg}, a text, as a model
			 * sees it that is shown nothing else.
			 */
			RUBRIC,

			/** The artifact is not checked. */
			NONE

		}

	}

}
