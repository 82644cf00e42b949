package dev.babyagi.evaluation.comparison;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import dev.babyagi.arithmetic.CalculatorExpression;
import dev.babyagi.arithmetic.NotCalculable;
import dev.babyagi.evaluation.Draws;
import dev.babyagi.evaluation.comparison.Notes.Fact;
import dev.babyagi.evaluation.comparison.Notes.Trip;
import dev.babyagi.evaluation.comparison.QuestionForm.Recognized;
import dev.babyagi.evaluation.comparison.SolutionStep.Kind;

/**
 * Does one step at a time, as well as its skill allows. Whether the n-th try of a step of
 * a question goes wrong depends on the run, the question, the step and n alone, never on
 * who asks: what two contestants ask is a pair.
 */
final class SimulatedMind {

	static final String NOT_STATED = "not stated";

	/** Between the limits of a choice and what is not to be chosen again. */
	static final String OTHER_THAN = ", other than ";

	private final SolverSkill skill;

	private final Draws draws;

	private final Map<String, Integer> tries = new ConcurrentHashMap<>();

	SimulatedMind(SolverSkill skill, Draws draws) {
		this.skill = skill;
		this.draws = draws;
	}

	/** How it understands a question: mostly rightly. */
	List<SolutionStep> understand(Recognized question) {
		boolean story = question.text().chars().filter((letter) -> letter == '.').count() > 1;
		List<SolutionStep> understood = new ArrayList<>();
		for (SolutionStep step : question.steps()) {
			boolean misread = story && step.kind() == Kind.CALCULATE
					&& goesWrong(this.skill.misreads(), question.text(), "understand " + step.work());
			understood.add(misread ? misread(step) : step);
		}
		return understood;
	}

	/** Adds what is to be multiplied, and takes away what is to be added. */
	private static SolutionStep misread(SolutionStep step) {
		String work = step.work();
		return new SolutionStep(step.kind(), work.contains("*") ? work.replace('*', '+')
				: work.contains("+") ? work.replace('+', '-') : work.replace('-', '+'));
	}

	/** Carries out all steps, one after the other, in one go. */
	String answer(Recognized question, String notes) {
		List<String> outcomes = outcomes(question, understand(question), notes);
		return outcomes.getLast();
	}

	private List<String> outcomes(Recognized question, List<SolutionStep> steps, String notes) {
		List<String> outcomes = new ArrayList<>();
		for (SolutionStep step : steps) {
			outcomes.add(carryOut(question.text(), step.with((number) -> outcomes.get(number - 1)), notes));
		}
		return outcomes;
	}

	/**
	 * Carries out one step, whose references are resolved.
	 * @param question the words of the question it belongs to
	 */
	String carryOut(String question, SolutionStep step, String notes) {
		return switch (step.kind()) {
			case CALCULATE -> calculate(question, step.work());
			case FIND -> find(question, step.work(), notes);
			case CHOOSE -> choose(question, step.work(), notes);
		};
	}

	private String calculate(String question, String expression) {
		String value;
		try {
			value = CalculatorExpression.value(expression).text();
		}
		catch (NotCalculable ex) {
			return NOT_STATED;
		}
		if (!goesWrong(this.skill.slips(), question, expression)) {
			return value;
		}
		int off = List.of(1, -1, 10, -10).get(this.draws.below(4, question, "off " + expression));
		return new BigDecimal(value).add(BigDecimal.valueOf(off)).toPlainString();
	}

	private String find(String question, String wanted, String notes) {
		String[] words = wanted.split(" of ", 2);
		if (words.length < 2 || words[1].equals(NOT_STATED)) {
			return NOT_STATED;
		}
		List<Fact> alike = Notes.facts(notes).stream().filter((fact) -> fact.attribute().equals(words[0])).toList();
		List<Fact> stated = alike.stream().filter((fact) -> fact.entity().equals(words[1])).toList();
		List<Fact> others = alike.stream().filter((fact) -> !fact.entity().equals(words[1])).toList();
		boolean wrong = goesWrong(stated.isEmpty() ? this.skill.invents() : this.skill.slips(), question, wanted);
		if (wrong && !others.isEmpty()) {
			return others.get(this.draws.below(others.size(), question, "other " + wanted)).value();
		}
		if (stated.isEmpty()) {
			return NOT_STATED;
		}
		boolean stale = stated.size() > 1 && goesWrong(this.skill.stale(), question, "stale " + wanted);
		List<Fact> newest = stated.stream().filter((fact) -> fact.now() != stale).toList();
		return (newest.isEmpty() ? stated : newest).getLast().value();
	}

	/** Chooses three parts of a journey, and minds their limits or not. */
	private String choose(String question, String limits, String notes) {
		String[] wanted = limits.split(OTHER_THAN, 2);
		List<List<Trip>> all = choices(notes).stream()
			.filter((trips) -> wanted.length < 2 || !wanted[1].contains(names(trips)))
			.toList();
		if (all.isEmpty()) {
			return NOT_STATED;
		}
		String[] most = wanted[0].split(" and ", 2);
		List<List<Trip>> fit = all.stream()
			.filter((trips) -> fits(trips, Integer.parseInt(most[0]), Integer.parseInt(most[1])))
			.toList();
		int number = tried(question, wanted[0]);
		boolean careful = this.draws.share(question, "careful " + number) < this.skill.chooses();
		List<List<Trip>> from = (careful && !fit.isEmpty()) ? fit : all;
		return names(from.get(this.draws.below(from.size(), question, "choice " + number)));
	}

	private static String names(List<Trip> trips) {
		return String.join(", ", trips.stream().map(Trip::name).toList());
	}

	static boolean fits(List<Trip> trips, int cost, int hours) {
		return trips.stream().mapToInt(Trip::cost).sum() <= cost && trips.stream().mapToInt(Trip::hours).sum() <= hours;
	}

	static List<List<Trip>> choices(String notes) {
		List<Trip> trips = Notes.trips(notes);
		List<List<Trip>> choices = new ArrayList<>();
		for (Trip out : of(trips, "O")) {
			for (Trip stop : of(trips, "S")) {
				for (Trip back : of(trips, "B")) {
					choices.add(List.of(out, stop, back));
				}
			}
		}
		return choices;
	}

	private static List<Trip> of(List<Trip> trips, String letter) {
		return trips.stream().filter((trip) -> trip.name().startsWith(letter)).toList();
	}

	/** Whether the next try goes wrong: always anew, or at every try alike. */
	private boolean goesWrong(double share, String question, String what) {
		double stubborn = share * this.skill.stubborn();
		int number = tried(question, what);
		return this.draws.share(question, "stubborn " + what) < stubborn
				|| this.draws.share(question, what + " " + number) < (share - stubborn) / (1 - stubborn);
	}

	private int tried(String question, String what) {
		return this.tries.merge(question + "\n" + what, 1, Integer::sum);
	}

}
