package dev.babyagi.picture;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TimeAxis}.
 */
class TimeAxisTests {

	private static final Instant FROM = Instant.parse("2026-03-01T12:00:00Z");

	@Test
	void hasAFewRoundTicks() {
		assertThat(axis(Duration.ofMillis(2300)).ticks().stream().map(TimeAxis::words)).containsExactly("0", "500 ms",
				"1 s", "1.5 s", "2 s");
		assertThat(axis(Duration.ofMinutes(3)).ticks().stream().map(TimeAxis::words)).containsExactly("0", "30 s",
				"1 min", "1 min 30 s", "2 min", "2 min 30 s", "3 min");
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 7, 8, 99, 1_001, 59_999, 61_000, 3_600_001, 86_400_001, 31_536_000_000L })
	void hasOneToEightTicksForAnySpan(long millis) {
		assertThat(axis(Duration.ofMillis(millis)).ticks()).hasSizeBetween(1, 8).startsWith(Duration.ZERO);
	}

	@Test
	void placesInstantsWithinItsEnds() {
		TimeAxis axis = axis(Duration.ofSeconds(10));
		assertThat(axis.x(FROM.plusSeconds(5))).isEqualTo(150);
		assertThat(axis.x(FROM.minusSeconds(5))).isEqualTo(100);
		assertThat(axis.x(FROM.plusSeconds(50))).isEqualTo(200);
	}

	@ParameterizedTest
	@CsvSource({ "0, 0", "7, 7 ms", "999, 999 ms", "1000, 1 s", "1249, 1.2 s", "1250, 1.3 s", "59960, 1 min",
			"150000, 2 min 30 s", "3900000, 1 h 5 min", "180000000, 2 d 2 h", "-5, 0" })
	void saysATimeInWords(long millis, String words) {
		assertThat(TimeAxis.rounded(Duration.ofMillis(millis))).isEqualTo(words);
	}

	private static TimeAxis axis(Duration span) {
		return new TimeAxis(FROM, FROM.plus(span), 100, 100);
	}

}
