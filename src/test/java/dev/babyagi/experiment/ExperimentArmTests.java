package dev.babyagi.experiment;

import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The fear: ids of one second are much alike, and so are the arms of their objectives.
 */
class ExperimentArmTests {

	private static final int OBJECTIVES = 10_000;

	@Test
	void givesEachArmItsShareAlsoAmongIdsOfOneSecond() {
		Random random = new Random(5);
		for (int number = 0; number < 20; number++) {
			UUID lesson = id(random, 1_700_000_000_000L + number);
			long with = Stream.generate(() -> id(random, 1_700_000_500_000L))
				.limit(OBJECTIVES)
				.filter((objective) -> ExperimentArm.of(lesson, objective, 0.9) == ExperimentArm.WITH)
				.count();
			assertThat(with).isBetween(OBJECTIVES * 88L / 100, OBJECTIVES * 92L / 100);
		}
	}

	@Test
	void staysForTheSameIds() {
		UUID lesson = UUID.randomUUID();
		UUID objective = UUID.randomUUID();
		assertThat(ExperimentArm.of(lesson, objective, 0.5)).isEqualTo(ExperimentArm.of(lesson, objective, 0.5));
		assertThat(ExperimentArm.of(lesson, objective, 0)).isEqualTo(ExperimentArm.WITHOUT);
		assertThat(ExperimentArm.of(lesson, objective, 1)).isEqualTo(ExperimentArm.WITH);
	}

	private static UUID id(Random random, long millis) {
		return new UUID((millis << 16) | 0x7000 | random.nextInt(0x1000),
				0x8000000000000000L | random.nextLong(1L << 62));
	}

}
