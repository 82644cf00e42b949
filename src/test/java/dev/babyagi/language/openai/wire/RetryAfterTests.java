package dev.babyagi.language.openai.wire;

import java.time.Duration;
import java.time.Instant;

import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RetryAfterTests {

	private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Retry-After    | 3                             | PT3S
			Retry-After    | 0                             | PT0S
			Retry-After    | 1.5                           | PT1.5S
			Retry-After    | -5                            | PT0S
			Retry-After    | 99999                         | PT10M
			Retry-After    | Sun, 01 Mar 2026 12:00:07 GMT | PT7S
			Retry-After    | Sun, 01 Mar 2026 11:00:00 GMT | PT0S
			Retry-After    | Sun, 01 Mar 2099 11:00:00 GMT | PT10M
			Retry-After-Ms | 250                           | PT0.25S
			""")
	void readsWhatIsAskedFor(String name, String value, Duration wait) {
		assertThat(RetryAfter.read(Headers.of(name, value), NOW)).contains(wait);
	}

	@ParameterizedTest
	@ValueSource(strings = { "soon", "", "NaN", "1e3", "12 minutes", "999999999999999999999999", "--1" })
	void ignoresWhatItCannotRead(String value) {
		assertThat(RetryAfter.read(Headers.of("Retry-After", value), NOW)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "1s,PT1S", "6m0s,PT6M", "120ms,PT0.12S", "1h,PT10M", "2,PT2S" })
	void readsTheResetOfAnExhaustedLimit(String reset, Duration wait) {
		assertThat(RetryAfter
			.read(Headers.of("x-ratelimit-remaining-requests", "0", "x-ratelimit-reset-requests", reset), NOW))
			.contains(wait);
	}

	@Test
	void ignoresTheResetOfALimitThatIsNotExhausted() {
		assertThat(RetryAfter.read(Headers.of("x-ratelimit-remaining-tokens", "17", "x-ratelimit-reset-tokens", "6m0s"),
				NOW))
			.isEmpty();
	}

}
