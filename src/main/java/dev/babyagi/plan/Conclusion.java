package dev.babyagi.plan;

import java.util.Set;

/**
 * How the answer is made from the tasks: the field {@code final} of a plan.
 */
public sealed interface Conclusion {

	/** Returns the ids of the tasks that it names. */
	default Set<String> tasks() {
		return switch (this) {
			case Reference(String value) -> References.tasksIn(value);
			case Template(String value) -> References.tasksIn(value);
			case Synthesize _ -> Set.of();
		};
	}

	/** Returns its name in plans and pictures, such as {@code synthesize}. */
	default String kind() {
		return switch (this) {
			case Reference _ -> "reference";
			case Template _ -> "template";
			case Synthesize _ -> "synthesize";
		};
	}

	/**
	 * The answer is one artifact, or a part of it.
	 *
	 * @param value exactly one reference, such as <code>${t4.output}</code>
	 */
	record Reference(String value) implements Conclusion {

	}

	/**
	 * The answer is a text that contains references.
	 *
	 * @param value the text
	 */
	record Template(String value) implements Conclusion {

	}

	/**
	 * A model call reads every task and writes the answer.
	 *
	 * @param instruction what the answer should be like
	 */
	record Synthesize(String instruction) implements Conclusion {

	}

}
