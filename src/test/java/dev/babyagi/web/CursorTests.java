package dev.babyagi.web;

import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Positions in lists.
 */
class CursorTests {

	private static final Cursor CURSOR = new Cursor(Instant.parse("2026-01-31T12:00:00.123456789Z"),
			UUID.fromString("0194bb5e-8c00-7000-8000-000000000001"));

	@Test
	void comesBackAsItWas() {
		assertThat(Cursor.decode(CURSOR.encode())).isEqualTo(CURSOR);
		assertThat(CURSOR.encode()).hasSize(48).matches("[A-Za-z0-9_-]+");
	}

	@Test
	void reachesTheEndsOfTime() {
		Stream.of(Instant.MIN, Instant.EPOCH, Instant.MAX)
			.map((time) -> new Cursor(time, new UUID(0, 0)))
			.forEach((cursor) -> assertThat(Cursor.decode(cursor.encode())).isEqualTo(cursor));
	}

	@Test
	void isRefusedWhenAnyCharacterIsChanged() {
		String text = CURSOR.encode();
		IntStream.range(0, text.length()).forEach((index) -> {
			char other = (text.charAt(index) == 'A') ? 'B' : 'A';
			assertThat(decoded(text.substring(0, index) + other + text.substring(index + 1))).isEmpty();
		});
	}

	static Stream<String> foreign() {
		String text = CURSOR.encode();
		byte[] zeros = new byte[36];
		byte[] ones = new byte[36];
		Arrays.fill(ones, (byte) -1);
		return Stream.of("", " ", "abc", "%00", text + "=", text + "A", text.substring(1), " " + text, text + "\n",
				text.toLowerCase(Locale.ROOT), Base64.getUrlEncoder().encodeToString(zeros),
				Base64.getUrlEncoder().encodeToString(ones), "a".repeat(100_000));
	}

	@ParameterizedTest
	@MethodSource("foreign")
	void isRefusedWhenItIsNotOurs(String text) {
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> Cursor.decode(text))
			.satisfies((problem) -> assertThat(problem.type()).isEqualTo(ProblemType.INVALID_REQUEST))
			.satisfies((problem) -> assertThat(problem.errors()).extracting(Problem.FieldError::pointer)
				.containsExactly("cursor"));
	}

	private static Optional<Cursor> decoded(String text) {
		try {
			return Optional.of(Cursor.decode(text));
		}
		catch (Problem ex) {
			return Optional.empty();
		}
	}

}
