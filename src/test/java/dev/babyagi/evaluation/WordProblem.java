package dev.babyagi.evaluation;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A problem that needs no rule of any house.
 *
 * @param text its words
 * @param answer the right answer
 * @param misread the answer of somebody who misread it
 */
record WordProblem(String text, int answer, int misread) {

	private static final List<Pattern> FORMS = List.of(
			Pattern
				.compile("Ann has (\\d+) crates with (\\d+) apples each and gives 3 apples away. How many are left\\?"),
			Pattern.compile("A train with (\\d+) wagons of (\\d+) seats has 3 seats broken. How many can be used\\?"),
			Pattern
				.compile("Ben reads (\\d+) pages on each of (\\d+) days and skips 3 of them. How many did he read\\?"));

	private static final List<String> TEXTS = List.of(
			"Ann has %d crates with %d apples each and gives 3 apples away. How many are left?",
			"A train with %d wagons of %d seats has 3 seats broken. How many can be used?",
			"Ben reads %d pages on each of %d days and skips 3 of them. How many did he read?");

	static final int KINDS = TEXTS.size();

	static WordProblem of(int kind, int one, int other) {
		return in(TEXTS.get(kind).formatted(one, other)).orElseThrow();
	}

	static Optional<WordProblem> in(String text) {
		for (Pattern form : FORMS) {
			Matcher asked = form.matcher(text);
			if (asked.find()) {
				int one = Integer.parseInt(asked.group(1));
				int other = Integer.parseInt(asked.group(2));
				return Optional.of(new WordProblem(asked.group(), one * other - 3, one + other - 3));
			}
		}
		return Optional.empty();
	}

}
