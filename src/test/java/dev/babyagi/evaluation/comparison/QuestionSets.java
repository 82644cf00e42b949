package dev.babyagi.evaluation.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import dev.babyagi.arithmetic.CalculatorExpression;
import dev.babyagi.evaluation.Draws;
import dev.babyagi.evaluation.HouseQuestion;
import dev.babyagi.evaluation.HouseQuestion.Asked;
import dev.babyagi.evaluation.HouseTeaching;
import dev.babyagi.evaluation.comparison.Notes.Fact;
import dev.babyagi.evaluation.comparison.Notes.Trip;
import dev.babyagi.evaluation.comparison.QuestionForm.Recognized;
import dev.babyagi.evaluation.comparison.SolutionStep.Kind;
import dev.babyagi.learning.ExpectedAnswer;

/**
 * Makes questions of nine kinds, anew for each run, over entities that do not exist.
 */
final class QuestionSets {

	/** The letters of all sets. */
	static final String LETTERS = "ABCDEFGHI";

	/** What each letter stands for. */
	static final Map<Character, String> NAMES = names();

	private static final int SESSIONS = 40;

	/** So many questions are asked about one conversation. */
	private static final int ASKED = SESSIONS / 2;

	private static final double MISSING = 0.4;

	private static final List<String> SYLLABLES = List.of("Zor", "Bel", "Quo", "Mir", "Tas", "Ven", "Lud", "Pra", "Kel",
			"Osk");

	private static final List<String> ENDS = List.of("via", "the", "nt", "and", "ull", "isk", "ora", "eth", "umo",
			"ix");

	private final Random chance;

	private final HouseTeaching houses;

	QuestionSets(long run) {
		this.chance = new Random(run * 7919);
		this.houses = new HouseTeaching(new Draws(run), 0);
	}

	private static Map<Character, String> names() {
		Map<Character, String> names = new LinkedHashMap<>();
		List<String> list = List.of("expressions", "word problems with distractors", "look up and compare",
				"chains, some with a missing page", "recipe trees", "trips with limits", "long memory, 40 sessions",
				"facts that change, 40 sessions", "house rules, after five corrections each");
		for (String name : list) {
			names.put((char) ('A' + names.size()), name);
		}
		return names;
	}

	/** Makes so many questions of a set. */
	List<Question> make(char set, int count) {
		List<Question> questions = new ArrayList<>();
		List<String> said = List.of();
		for (int number = 0; number < count; number++) {
			if ((set == 'G' || set == 'H') && number % ASKED == 0) {
				said = sessions(set == 'H');
			}
			questions.add(switch (set) {
				case 'A' -> stated(set, QuestionForm.ALL.get(number % 3), List.of());
				case 'B' -> stated(set, QuestionForm.ALL.get(3 + number % 3), List.of());
				case 'C' -> comparison();
				case 'D' -> chain();
				case 'E' -> stated(set, QuestionForm.ALL.get(8), List.of());
				case 'F' -> trip();
				case 'I' -> ruled(number);
				default -> remembered(set, said, number % ASKED);
			});
		}
		return questions;
	}

	private Question stated(char set, QuestionForm form, List<String> notes) {
		Map<String, String> slots = new LinkedHashMap<>();
		List.of("a", "b", "c", "d", "e").forEach((slot) -> slots.put(slot, Integer.toString(between(4, 60))));
		slots.put("X", name());
		return question(set, form, slots, notes);
	}

	private Question question(char set, QuestionForm form, Map<String, String> slots, List<String> notes) {
		String text = form.fill(slots);
		String whole = notes.isEmpty() ? text : "Notes: " + String.join(" ", notes) + "\n" + text;
		String right = right(form.steps(slots), whole);
		return new Question(set, whole, List.of(), (answer) -> ExpectedAnswer.matches(right, answer));
	}

	/** The right answer, without any mistake. */
	private static String right(List<SolutionStep> steps, String notes) {
		List<String> outcomes = new ArrayList<>();
		for (SolutionStep step : steps) {
			SolutionStep resolved = step.with((number) -> outcomes.get(number - 1));
			outcomes.add((step.kind() == Kind.CALCULATE) ? CalculatorExpression.value(resolved.work()).text()
					: stated(resolved.work().split(" of ", 2), notes));
		}
		return outcomes.getLast();
	}

	private static String stated(String[] wanted, String notes) {
		return Notes.facts(notes)
			.stream()
			.filter((fact) -> fact.attribute().equals(wanted[0]) && fact.entity().equals(wanted[1]))
			.map(Fact::value)
			.reduce((older, newer) -> newer)
			.orElse(SimulatedMind.NOT_STATED);
	}

	private Question comparison() {
		List<String> notes = new ArrayList<>();
		List<String> names = distinct(6);
		for (String name : names) {
			int acres = between(2, 9);
			notes.add(new Fact("population", name, false, Integer.toString(acres * between(40, 400))).words());
			notes.add(new Fact("area", name, false, Integer.toString(acres)).words());
		}
		Collections.shuffle(notes, this.chance);
		return question('C', QuestionForm.ALL.get(6), Map.of("X", names.get(0), "Y", names.get(1), "Z", names.get(2)),
				notes);
	}

	/** Three looks, each of which needs the one before; a page may be missing. */
	private Question chain() {
		List<String> notes = new ArrayList<>();
		List<String> names = distinct(16);
		for (int chain = 0; chain < 4; chain++) {
			List<String> links = names.subList(4 * chain, 4 * chain + 4);
			int missing = (chain == 0 && this.chance.nextDouble() < MISSING) ? between(0, 2) : -1;
			for (int link = 0; link < 3; link++) {
				if (link != missing) {
					notes.add(new Fact(List.of("harbour", "keeper", "boat").get(link), links.get(link), false,
							links.get(link + 1))
						.words());
				}
			}
		}
		Collections.shuffle(notes, this.chance);
		return question('D', QuestionForm.ALL.get(7), Map.of("X", names.getFirst()), notes);
	}

	private Question trip() {
		List<Trip> trips = new ArrayList<>();
		for (String letter : List.of("O", "S", "B")) {
			for (int number = 1; number <= 4; number++) {
				trips.add(new Trip(letter + number, between(40, 300), between(1, 9)));
			}
		}
		String notes = String.join(" ", trips.stream().map(Trip::words).toList());
		List<List<Trip>> choices = SimulatedMind.choices(notes);
		int[] costs = choices.stream().mapToInt((choice) -> choice.stream().mapToInt(Trip::cost).sum()).toArray();
		Arrays.sort(costs);
		int cost = costs[costs.length * 2 / 5];
		int[] hours = choices.stream()
			.filter((choice) -> SimulatedMind.fits(choice, cost, Integer.MAX_VALUE))
			.mapToInt((choice) -> choice.stream().mapToInt(Trip::hours).sum())
			.sorted()
			.toArray();
		int most = hours[hours.length / 2];
		String text = QuestionForm.ALL.get(9).fill(Map.of("a", Integer.toString(cost), "b", Integer.toString(most)));
		return new Question('F', "Notes: " + notes + "\n" + text, List.of(), accepts(choices, cost, most));
	}

	private static Predicate<String> accepts(List<List<Trip>> choices, int cost, int hours) {
		Pattern name = Pattern.compile("\\b[OSB]\\d\\b");
		return (answer) -> {
			List<String> named = name.matcher(answer).results().map(MatchResult::group).toList();
			return choices.stream()
				.anyMatch((choice) -> choice.stream().map(Trip::name).toList().equals(named)
						&& SimulatedMind.fits(choice, cost, hours));
		};
	}

	/** What is said in forty sessions; each of the first facts changes later, or none. */
	private List<String> sessions(boolean change) {
		List<String> names = distinct(SESSIONS);
		List<String> said = new ArrayList<>();
		for (int session = 0; session < SESSIONS; session++) {
			boolean again = change && session >= ASKED;
			said.add(new Fact("locker", names.get(again ? session - ASKED : session), again,
					Integer.toString(between(1000, 9999)))
				.words());
		}
		return said;
	}

	private Question ruled(int number) {
		HouseQuestion[] all = HouseQuestion.values();
		Asked asked = this.houses.asked(all[number % all.length], "unseen " + number);
		String right = Integer.toString(this.houses.rule(asked.question()).of(asked.one(), asked.other()));
		return new Question('I', asked.text(), List.of(), (answer) -> ExpectedAnswer.matches(right, answer));
	}

	private static Question remembered(char set, List<String> said, int number) {
		String name = Notes.facts(said.get(number)).getFirst().entity();
		String text = QuestionForm.ALL.getLast().fill(Map.of("X", name));
		Recognized question = QuestionForm.in(text).orElseThrow();
		String right = right(question.steps(), String.join(" ", said));
		return new Question(set, text, said, (answer) -> ExpectedAnswer.matches(right, answer));
	}

	private List<String> distinct(int count) {
		List<String> all = new ArrayList<>();
		for (String first : SYLLABLES) {
			ENDS.forEach((end) -> all.add(first + end));
		}
		Collections.shuffle(all, this.chance);
		return all.subList(0, count);
	}

	private String name() {
		return distinct(1).getFirst();
	}

	private int between(int least, int most) {
		return least + this.chance.nextInt(most - least + 1);
	}

}
