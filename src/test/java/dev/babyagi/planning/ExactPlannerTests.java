package dev.babyagi.planning;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ExactPlanner}.
 */
class ExactPlannerTests {

	private final ExactPlanner planner = new ExactPlanner();

	@ParameterizedTest
	@CsvSource({ "1 + 1, 2", "(3 + 5) * 2 - 4 / 8, 15.5", "2^3^2, 512", "-2^2, -4", "(1 - 4) * 2, -6" })
	void readsInfix(String objective, String value) {
		assertThat(this.planner.draw(objective, 20)).map(ArithmeticRun::answer).contains(value);
	}

	@Test
	void independentPartsDoNotDependOnEachOther() {
		Plan plan = this.planner.draw("(3 + 5) * 2 - 4 / 8", 20).orElseThrow();
		assertThat(plan.tasks()).extracting(Task::title).containsExactly("3 + 5", "t1 * 2", "4 / 8", "t2 - t3");
		assertThat(plan.task("t3").dependsOn()).isEmpty();
		assertThat(plan.task("t4").dependsOn()).containsExactly("t2", "t3");
	}

}
