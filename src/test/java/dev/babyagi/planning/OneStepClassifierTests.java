package dev.babyagi.planning;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.babyagi.tool.ToolPermission;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link OneStepClassifier}.
 */
class OneStepClassifierTests {

	@ParameterizedTest
	@ValueSource(strings = { "What weekday is 2026-03-01?", "What is the capital of Norway?",
			"Write a haiku about rain.", "Explain what pi (3.14159) is", "Who was Dr. Jekyll?", "挪威的首都是哪里？",
			"Name the capital of Oslo, Norway", "Translate 'bread and butter' into German.",
			"  Summarise the war of 1812!  " })
	void answersOneStepDirectly(String objective) {
		assertThat(OneStepClassifier.decide(PlanRequestFixtures.of(objective))).isEqualTo(PlanningRoute.DIRECT);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Find the population of Oslo. Find the population of Rome.",
			"Find a city, then describe it", "Compare Oslo and Rome", "Give a comparison of Oslo with Rome",
			"List three rivers and write a poem on each", "Describe Oslo, Rome, and Paris",
			"Do this:\n- find a city\n- describe it", "1. find a city 2) describe it\n2. go", "先查奥斯陆的人口，然后查罗马的人口",
			"查奥斯陆的人口，再写一首诗", "查奥斯陆并且写诗", "比较奥斯陆和罗马", "查奥斯陆、罗马、巴黎的人口", "奥斯陆的人口是多少？罗马呢？",
			"What is the capital of Norway and who founded it?", "Find Oslo; describe it" })
	void plansWhatHasParts(String objective) {
		assertThat(OneStepClassifier.decide(PlanRequestFixtures.of(objective))).isEqualTo(PlanningRoute.PLAN);
	}

	@Test
	void doesAsItIsTold() {
		assertThat(OneStepClassifier
			.decide(PlanRequestFixtures.of("Compare a, b", PlanningMode.DIRECT, null, ToolPermission.PURE_ONLY)))
			.isEqualTo(PlanningRoute.DIRECT);
		assertThat(OneStepClassifier
			.decide(PlanRequestFixtures.of("What is it?", PlanningMode.PLAN, null, ToolPermission.PURE_ONLY)))
			.isEqualTo(PlanningRoute.PLAN);
	}

	@Test
	void readsTheLongestObjectiveOnce() {
		assertThat(OneStepClassifier.decide(PlanRequestFixtures.of("a, ".repeat(6_666)))).isNotNull();
		assertThat(OneStepClassifier.decide(PlanRequestFixtures.of("(1) ".repeat(5_000))))
			.isEqualTo(PlanningRoute.PLAN);
	}

}
