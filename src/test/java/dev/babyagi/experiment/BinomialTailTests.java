package dev.babyagi.experiment;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class BinomialTailTests {

	@ParameterizedTest
	@CsvSource({ "4, 4, 0.5, 0.0625", "3, 3, 0.5, 0.125", "6, 7, 0.5, 0.0625", "0, 0, 0.5, 1", "0, 9, 0.3, 1",
			"2, 3, 0.25, 0.15625" })
	void hasAnUpperTail(int successes, int trials, double probability, double expected) {
		assertThat(BinomialTail.atLeast(successes, trials, probability)).isCloseTo(expected, within(1e-12));
	}

	@ParameterizedTest
	@CsvSource({ "0, 3, 0.9, 0.001", "1, 2, 0.5, 0.75", "5, 5, 0.2, 1", "-1, 4, 0.5, 0" })
	void hasALowerTail(int successes, int trials, double probability, double expected) {
		assertThat(BinomialTail.atMost(successes, trials, probability)).isCloseTo(expected, within(1e-12));
	}

}
