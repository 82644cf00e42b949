package dev.babyagi.planning.draft;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.babyagi.plan.Plans;

import static org.assertj.core.api.Assertions.assertThat;

class DraftConstraintsTests {

	@ParameterizedTest
	@CsvSource({ "1,12,1 to 12", "2,5,2 to 5", "1,1,1 at most" })
	void saysHowManyTasksAreWanted(int minTasks, int maxTasks, String size) {
		assertThat(DraftConstraintsFixtures.sized(minTasks, maxTasks).size()).isEqualTo(size);
	}

	@Test
	void keepsTheTasksThatAreFinished() {
		DraftConstraints constraints = DraftConstraintsFixtures.keeping("Do it", Plans.think("t1", "a"),
				Plans.think("t3", "c"));
		assertThat(constraints.keeps("t3")).isTrue();
		assertThat(constraints.keeps("t2")).isFalse();
	}

}
