package dev.babyagi.evaluation;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * The aims of learning, with the simulated model. {@code ./mvnw verify -Peval} runs it.
 */
@EnabledIfSystemProperty(named = "evaluation", matches = "true", disabledReason = "Only -Peval runs it")
class LearningEffectIT {

	@Test
	void answersBetterAfterFiveCorrectionsAndOnlyBecauseOfThem() {
		LearningEffect effect = LearningEffect.of(Map.of("runs", "7"));
		double before = effect.condition("before").percent();
		assertThat(effect.condition("before").size()).isGreaterThanOrEqualTo(500);
		assertThat(effect.condition("after 5 corrections").percent()).isGreaterThan(before + 15);
		assertThat(effect.condition("placebo").percent()).isCloseTo(before, within(2.0));
		assertThat(effect.condition("shuffled").percent()).isCloseTo(before, within(2.0));
		assertThat(effect.condition("deleted").percent()).isEqualTo(before);
		assertThat(effect.unruledProposed()).as("lessons that were proposed and cannot help").isGreaterThan(20);
		assertThat(effect.unruledAdmitted()).isLessThanOrEqualTo(5);
	}

}
