package dev.babyagi.evaluation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Questions of eight houses, each about two numbers.
 */
public enum HouseQuestion {

	SHIPPING("What do we charge for shipping %d parcels over %d postal zones?"),

	DOUGH("For how many minutes does our bakery let %d kilos of dough rest at %d degrees?"),

	LEAGUE("How many points does our league give a club for %d wins and %d draws?"),

	CRANE("Which fee does the harbour take for a crane that works %d hours with %d operators?"),

	TABLES("How many guests do we seat at %d round and %d long tables?"),

	GARDEN("How many litres does the gardener pour on %d rose beds and %d hedges?"),

	CHOIR("How many song books does the choir print for %d sopranos and %d basses?"),

	ROUTER("How many megabytes does our router reserve for %d phones and %d cameras?");

	private final String form;

	private final Pattern pattern;

	HouseQuestion(String form) {
		this.form = form;
		this.pattern = Pattern.compile(Pattern.quote(form).replace("%d", "\\E(\\d+)\\Q"));
	}

	public String ask(int one, int other) {
		return this.form.formatted(one, other);
	}

	/** What the question is about, without its numbers: the condition of a lesson. */
	String about() {
		return this.form.replace("%d", "some");
	}

	/** Finds a question in a text. */
	static Optional<Asked> in(String text) {
		for (HouseQuestion question : values()) {
			Matcher asked = question.pattern.matcher(text);
			if (asked.find()) {
				return Optional.of(new Asked(question, asked.group(), Integer.parseInt(asked.group(1)),
						Integer.parseInt(asked.group(2))));
			}
		}
		return Optional.empty();
	}

	/** Whether a text asks one. */
	public static boolean isAsked(String text) {
		return in(text).isPresent();
	}

	/** Whether two texts name the same things, word by word. */
	static boolean isAbout(String condition, Asked asked) {
		List<String> words = List.of(asked.question().about().toLowerCase(Locale.ROOT).split("\\W+"));
		List<String> named = List.of(condition.toLowerCase(Locale.ROOT).split("\\W+"));
		long common = words.stream().filter((word) -> word.length() > 3 && named.contains(word)).count();
		return common >= 3;
	}

	/**
	 * A question with its numbers.
	 *
	 * @param question the question
	 * @param text its words
	 * @param one its first number
	 * @param other its second number
	 */
	public record Asked(HouseQuestion question, String text, int one, int other) {

	}

}
