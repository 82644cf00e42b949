package dev.babyagi.evaluation.comparison;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What is stated in a text, in the forms "The keeper of Quell is Brisk." and "O1 costs
 * 120 and takes 5 hours."
 */
final class Notes {

	private static final Pattern FACT = Pattern.compile("The (\\w+) of (\\w+) is (now )?(\\w+)\\.");

	private static final Pattern TRIP = Pattern.compile("\\b([OSB]\\d) costs (\\d+) and takes (\\d+) hours?\\.");

	private Notes() {
	}

	/** The facts of a text, in its order, each once. */
	static List<Fact> facts(String text) {
		Set<Fact> facts = new LinkedHashSet<>();
		FACT.matcher(text)
			.results()
			.forEach((read) -> facts.add(new Fact(read.group(1), read.group(2), read.group(3) != null, read.group(4))));
		return List.copyOf(facts);
	}

	/** The trips of a text, in its order, each once. */
	static List<Trip> trips(String text) {
		Set<Trip> trips = new LinkedHashSet<>();
		TRIP.matcher(text)
			.results()
			.forEach((read) -> trips
				.add(new Trip(read.group(1), Integer.parseInt(read.group(2)), Integer.parseInt(read.group(3)))));
		return List.copyOf(trips);
	}

	/**
	 * A fact.
	 *
	 * @param attribute which property
	 * @param entity of whom or what
	 * @param now whether it says that it takes the place of an older one
	 * @param value the value
	 */
	record Fact(String attribute, String entity, boolean now, String value) {

		String words() {
			return "The %s of %s is %s%s.".formatted(this.attribute, this.entity, this.now ? "now " : "", this.value);
		}

	}

	/**
	 * A part of a journey.
	 *
	 * @param name its name; the first letter says whether it is a way out, a stop or a
	 * way back
	 * @param cost what it costs
	 * @param hours how long it takes
	 */
	record Trip(String name, int cost, int hours) {

		String words() {
			return "%s costs %d and takes %d hour%s.".formatted(this.name, this.cost, this.hours,
					(this.hours == 1) ? "" : "s");
		}

	}

}
