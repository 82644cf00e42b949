package dev.babyagi.evaluation.comparison;

import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One step on the way to an answer.
 *
 * @param kind what is done
 * @param work what with: an expression, what is to be found, or a limit; {@code #2}
 * stands for the outcome of the second step
 */
record SolutionStep(Kind kind, String work) {

	private static final Pattern REFERENCE = Pattern.compile("#(\\d+)");

	private static final Pattern SAID = Pattern.compile("(Calculate|Find the|Choose within) (.+)");

	/** Finds a step in words of {@link #words()}. */
	static Optional<SolutionStep> in(String text) {
		Matcher said = SAID.matcher(text);
		if (!said.find()) {
			return Optional.empty();
		}
		for (Kind kind : Kind.values()) {
			if (kind.verb.equals(said.group(1))) {
				return Optional.of(new SolutionStep(kind, said.group(2).strip()));
			}
		}
		return Optional.empty();
	}

	String words() {
		return this.kind.verb + " " + this.work;
	}

	/** Puts something else in the place of the outcomes that it refers to. */
	SolutionStep with(IntFunction<String> outcomes) {
		return new SolutionStep(this.kind, REFERENCE.matcher(this.work)
			.replaceAll((reference) -> Matcher.quoteReplacement(outcomes.apply(Integer.parseInt(reference.group(1))))));
	}

	/** The numbers of the steps that it refers to. */
	int[] references() {
		return REFERENCE.matcher(this.work)
			.results()
			.mapToInt((reference) -> Integer.parseInt(reference.group(1)))
			.distinct()
			.toArray();
	}

	enum Kind {

		CALCULATE("Calculate"), FIND("Find the"), CHOOSE("Choose within");

		private final String verb;

		Kind(String verb) {
			this.verb = verb;
		}

	}

}
