package dev.babyagi.experiment;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * The interval of a lift beside values that Newcombe (1998) prints.
 */
class LiftIntervalTests {

	private static final double PERCENT_95 = 1.959963984540054;

	/** Table II, method 10, examples a, b, c, d, e and h. */
	@ParameterizedTest
	@CsvSource({ "56, 70, 48, 80, 0.0524, 0.3339", "9, 10, 3, 10, 0.1705, 0.8090", "6, 7, 2, 7, 0.0582, 0.8062",
			"5, 56, 0, 29, -0.0381, 0.1926", "0, 10, 0, 20, -0.1611, 0.2775", "10, 10, 0, 10, 0.6075, 1" })
	void agreesWithThePaper(int successes, int runs, int otherSuccesses, int otherRuns, double low, double high) {
		LiftInterval interval = LiftInterval.of(successes, runs, otherSuccesses, otherRuns, PERCENT_95);
		assertThat(interval.low()).isCloseTo(low, within(0.0002));
		assertThat(interval.high()).isCloseTo(high, within(0.0002));
	}

	@Test
	void isNarrowerWithLessConfidence() {
		LiftInterval usual = LiftInterval.of(36, 40, 6, 10);
		LiftInterval wide = LiftInterval.of(36, 40, 6, 10, PERCENT_95);
		assertThat(usual.low()).isGreaterThan(wide.low());
		assertThat(usual.high()).isLessThan(wide.high());
	}

	@Test
	void saysNothingWithoutRuns() {
		assertThat(LiftInterval.of(3, 4, 0, 0).low()).isNegative();
		assertThat(LiftInterval.of(0, 0, 0, 0)).isEqualTo(new LiftInterval(-0.7071067811865476, 0.7071067811865476));
	}

}
