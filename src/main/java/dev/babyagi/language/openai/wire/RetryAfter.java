package dev.babyagi.language.openai.wire;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Reads how long an endpoint asks us to wait. A time that has passed, or a negative one,
 * means no wait; a text that cannot be read is ignored.
 */
public final class RetryAfter {

	/** The longest wait that is accepted; see the limits table of the planning rules. */
	public static final Duration LONGEST = Duration.ofMinutes(10);

	private static final Pattern NUMBER = Pattern.compile("-?\\d{1,12}(\\.\\d{1,9})?");

	private static final Pattern STEP = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)(ms|s|m|h)");

	private RetryAfter() {
	}

	static Optional<Duration> read(Headers headers, Instant now) {
		return number(headers.get("retry-after-ms"), 1).or(() -> number(headers.get("retry-after"), 1000))
			.or(() -> date(headers.get("retry-after"), now))
			.or(() -> reset(headers, "requests"))
			.or(() -> reset(headers, "tokens"))
			.map(RetryAfter::clamped);
	}

	private static Optional<Duration> number(@Nullable String text, int millisEach) {
		if (text == null || !NUMBER.matcher(text.strip()).matches()) {
			return Optional.empty();
		}
		return Optional.of(Duration.ofMillis((long) (Double.parseDouble(text.strip()) * millisEach)));
	}

	private static Optional<Duration> date(@Nullable String text, Instant now) {
		if (text == null) {
			return Optional.empty();
		}
		try {
			return Optional.of(Duration.between(now,
					ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant()));
		}
		catch (DateTimeParseException ex) {
			return Optional.empty();
		}
	}

	private static Optional<Duration> reset(Headers headers, String what) {
		String reset = headers.get("x-ratelimit-reset-" + what);
		if (reset == null || !"0".equals(headers.get("x-ratelimit-remaining-" + what))) {
			return Optional.empty();
		}
		return number(reset, 1000).or(() -> steps(reset));
	}

	/** Reads a text such as {@code 6m0s} or {@code 120ms}. */
	private static Optional<Duration> steps(String text) {
		double millis = 0;
		int end = 0;
		Matcher step = STEP.matcher(text);
		while (step.find() && step.start() == end) {
			millis += Double.parseDouble(step.group(1)) * millisOf(step.group(2));
			end = step.end();
		}
		return (end == text.length() && end > 0) ? Optional.of(Duration.ofMillis((long) millis)) : Optional.empty();
	}

	private static int millisOf(String unit) {
		return switch (unit) {
			case "ms" -> 1;
			case "s" -> 1000;
			case "m" -> 60_000;
			default -> 3_600_000;
		};
	}

	private static Duration clamped(Duration wait) {
		if (wait.isNegative()) {
			return Duration.ZERO;
		}
		return (wait.compareTo(LONGEST) > 0) ? LONGEST : wait;
	}

}
