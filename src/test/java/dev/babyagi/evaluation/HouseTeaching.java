package dev.babyagi.evaluation;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import dev.babyagi.evaluation.HouseQuestion.Asked;
import dev.babyagi.learning.ExpectedAnswer;

/**
 * Teaches a service the rules of houses by feedback: five corrections a house, one in
 * five of them wrong, and further answers that are labelled.
 *
 * @param draws chance
 * @param labels how many answers are labelled besides
 */
public record HouseTeaching(Draws draws, int labels) {

	private static final int CORRECTIONS = 5;

	private static final double WRONG_CORRECTIONS = 0.2;

	/** The rule of a house. */
	public HouseRule rule(HouseQuestion house) {
		return new HouseRule(2 + this.draws.below(7, house.name(), "first"),
				2 + this.draws.below(7, house.name(), "second"), 1 + this.draws.below(15, house.name(), "besides"));
	}

	/** A question of a house, with numbers of its own. */
	public Asked asked(HouseQuestion house, String which) {
		int one = 2 + this.draws.below(40, house.name() + which, "one");
		int other = 2 + this.draws.below(40, house.name() + which, "other");
		return new Asked(house, house.ask(one, other), one, other);
	}

	/** Teaches a rule. */
	public void teach(ServiceBed bed, HouseQuestion house, HouseRule rule) {
		for (int number = 0; number < CORRECTIONS + this.labels; number++) {
			Asked asked = asked(house, "taught " + number);
			JsonNode objective = bed.ask(asked.text());
			boolean corrects = number < CORRECTIONS;
			boolean wrong = corrects && this.draws.share(asked.text(), "wrong correction") < WRONG_CORRECTIONS;
			HouseRule meant = wrong ? rule.mistaken(this.draws.below(3, asked.text(), "wrong how")) : rule;
			int expected = meant.of(asked.one(), asked.other());
			@Nullable String correction = (corrects && !isRight(objective, expected))
					? meant.words(this.draws.below(4, asked.text(), "words")) : null;
			bed.feedback(objective, Integer.toString(expected), correction, null);
		}
	}

	/** Compares numbers, as the service does, in whatever the answer is wrapped. */
	static boolean isRight(JsonNode objective, int expected) {
		return ExpectedAnswer.matches(Integer.toString(expected), ServiceBed.answer(objective));
	}

}
