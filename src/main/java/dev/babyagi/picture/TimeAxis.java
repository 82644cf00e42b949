package dev.babyagi.picture;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.LongStream;

/**
 * The axis of a timeline.
 *
 * @param from the instant at its beginning
 * @param to the instant at its end, a millisecond later at least
 * @param left where it begins, in user units
 * @param width its length, in user units
 */
record TimeAxis(Instant from, Instant to, double left, double width) {

	private static final int MOST_TICKS = 7;

	/** Milliseconds. */
	private static final List<Long> STEPS = List.of(1L, 2L, 5L, 10L, 20L, 50L, 100L, 200L, 500L, 1_000L, 2_000L, 5_000L,
			10_000L, 15_000L, 30_000L, 60_000L, 120_000L, 300_000L, 600_000L, 900_000L, 1_800_000L, 3_600_000L,
			7_200_000L, 10_800_000L, 21_600_000L, 43_200_000L, 86_400_000L);

	/** Where an instant is; one outside is at the nearer end. */
	double x(Instant instant) {
		double span = ChronoUnit.MICROS.between(this.from, this.to);
		return this.left + this.width * Math.clamp(ChronoUnit.MICROS.between(this.from, instant) / span, 0, 1);
	}

	/** The times since the beginning at which there is a tick, in round numbers. */
	List<Duration> ticks() {
		long span = Duration.between(this.from, this.to).toMillis();
		long days = STEPS.getLast() * (span / STEPS.getLast() / MOST_TICKS + 1);
		long step = STEPS.stream().filter((one) -> span / one <= MOST_TICKS).findFirst().orElse(days);
		return LongStream.rangeClosed(0, span / step).mapToObj((tick) -> Duration.ofMillis(tick * step)).toList();
	}

	/** A time in words, such as {@code 250 ms}, {@code 1.5 s} or {@code 2 min 30 s}. */
	static String words(Duration time) {
		if (time.toSeconds() < 1) {
			return time.isZero() ? "0" : time.toMillis() + " ms";
		}
		if (time.toMinutes() < 1) {
			return BigDecimal.valueOf(time.toMillis(), 3).stripTrailingZeros().toPlainString() + " s";
		}
		if (time.toHours() < 1) {
			return words(time.toMinutes(), "min", time.toSecondsPart(), "s");
		}
		return (time.toDays() < 1) ? words(time.toHours(), "h", time.toMinutesPart(), "min")
				: words(time.toDays(), "d", time.toHoursPart(), "h");
	}

	private static String words(long great, String unit, int small, String part) {
		return great + " " + unit + ((small > 0) ? " " + small + " " + part : "");
	}

	/** The same to a tenth of a second, from a second on. */
	static String rounded(Duration time) {
		Duration positive = time.isNegative() ? Duration.ZERO : time;
		return words((positive.toSeconds() < 1) ? positive : Duration.ofMillis((positive.toMillis() + 50) / 100 * 100));
	}

}
