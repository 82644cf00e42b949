package dev.babyagi.evaluation.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.babyagi.evaluation.comparison.SolutionStep.Kind;

/**
 * How questions are worded, and by which steps they are answered. Whoever asks fills its
 * slots in; whoever is asked recognizes the words.
 *
 * @param words the words, with slots such as <code>{a}</code> for a number and
 * <code>{X}</code> for a name
 * @param steps the steps, with the same slots
 */
record QuestionForm(String words, List<SolutionStep> steps) {

	private static final Pattern SLOT = Pattern.compile("\\{(\\w+)}");

	/** Expressions, word problems, comparisons, chains, recipes, trips, memories. */
	static final List<QuestionForm> ALL = List.of(
			form("What is ({a} + {b}) * {c} - {d} * {e}?", "{a} + {b}", "#1 * {c}", "{d} * {e}", "#2 - #3"),
			form("What is {a} * {b} + ({c} - {d}) * {e}?", "{a} * {b}", "{c} - {d}", "#2 * {e}", "#1 + #3"),
			form("What is ({a} * {b} - {c}) * ({d} + {e})?", "{a} * {b}", "#1 - {c}", "{d} + {e}", "#2 * #3"),
			form("{X} fills {a} crates with {b} pears each. Then {c} pears are bought for it. The youngest of the {d} "
					+ "helpers is {e} years old. Each helper takes 3 pears home. How many pears are left?", "{a} * {b}",
					"#1 + {c}", "{d} * 3", "#2 - #3"),
			form("A ferry to {X} has {a} rows of {b} seats. It sails {c} times a day, and a ticket costs {d} crowns. On "
					+ "{e} trips of a day 20 seats stay empty. How many guests does it carry in a day?", "{a} * {b}",
					"#1 * {c}", "{e} * 20", "#2 - #3"),
			form("{X} reads {a} pages on each of {b} days. The book has {c} pictures. In the week after it {d} pages "
					+ "more are read, and then {e} pages twice over. How many pages were read?", "{a} * {b}",
					"#1 + {d}", "{e} * 2", "#2 + #3"),
			form("By how much do the most and the fewest people per acre differ among {X}, {Y} and {Z}?",
					"?population of {X}", "?area of {X}", "?population of {Y}", "?area of {Y}", "?population of {Z}",
					"?area of {Z}", "#1 / #2", "#3 / #4", "#5 / #6", "max(#7, #8, #9) - min(#7, #8, #9)"),
			form("What is the boat of the keeper of the harbour of {X}?", "?harbour of {X}", "?keeper of #1",
					"?boat of #2"),
			form("How many bolts are needed for {a} {X}s? A {X} takes {b} frames and {c} cords, a frame takes {d} "
					+ "bolts, and a cord takes {e} clips with 2 bolts each. What else is needed does not matter.",
					"{a} * {b}", "#1 * {d}", "{a} * {c}", "#3 * {e}", "#4 * 2", "#2 + #5"),
			form("Choose one way out, one stop and one way back that cost at most {a} together and take at most {b} "
					+ "hours. Name the three.", "!{a} and {b}"),
			form("What is the locker of {X}?", "?locker of {X}"));

	private static QuestionForm form(String words, String... steps) {
		List<SolutionStep> list = new ArrayList<>();
		for (String step : steps) {
			list.add(switch (step.charAt(0)) {
				case '?' -> new SolutionStep(Kind.FIND, step.substring(1));
				case '!' -> new SolutionStep(Kind.CHOOSE, step.substring(1));
				default -> new SolutionStep(Kind.CALCULATE, step);
			});
		}
		return new QuestionForm(words, List.copyOf(list));
	}

	/** The words with their slots filled in. */
	String fill(Map<String, String> slots) {
		return fill(this.words, slots);
	}

	private static String fill(String text, Map<String, String> slots) {
		return SLOT.matcher(text)
			.replaceAll((slot) -> Matcher.quoteReplacement(slots.getOrDefault(slot.group(1), slot.group())));
	}

	/** The steps with their slots filled in. */
	List<SolutionStep> steps(Map<String, String> slots) {
		return this.steps.stream().map((step) -> new SolutionStep(step.kind(), fill(step.work(), slots))).toList();
	}

	/** Finds a question of any form in a text. */
	static Optional<Recognized> in(String text) {
		for (QuestionForm form : ALL) {
			Map<String, String> slots = new LinkedHashMap<>();
			Matcher read = form.pattern().matcher(text);
			if (read.find()) {
				for (String name : read.namedGroups().keySet()) {
					slots.put(name, read.group(name));
				}
				return Optional.of(new Recognized(read.group(), form.steps(slots), slots));
			}
		}
		return Optional.empty();
	}

	private Pattern pattern() {
		StringBuilder pattern = new StringBuilder();
		List<String> seen = new ArrayList<>();
		int end = 0;
		Matcher slot = SLOT.matcher(this.words);
		while (slot.find()) {
			String name = slot.group(1);
			pattern.append(Pattern.quote(this.words.substring(end, slot.start())));
			String value = Character.isLowerCase(name.charAt(0)) ? "\\d+" : "[A-Z]\\w+";
			pattern.append(seen.contains(name) ? "\\k<" + name + ">" : "(?<" + name + ">" + value + ")");
			seen.add(name);
			end = slot.end();
		}
		return Pattern.compile(pattern + Pattern.quote(this.words.substring(end)));
	}

	/**
	 * A question that was found.
	 *
	 * @param text its words
	 * @param steps the steps that lead to its answer
	 * @param slots what stands in its slots
	 */
	record Recognized(String text, List<SolutionStep> steps, Map<String, String> slots) {

	}

}
