package dev.babyagi.memory.extract;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.babyagi.memory.MemoryDraft;
import dev.babyagi.memory.MemoryDraft.Statement;
import dev.babyagi.memory.MemoryKind;
import dev.babyagi.memory.MemoryTrust;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of {@link FactCheck}.
 */
class FactCheckTests {

	private static final Instant THEN = Instant.parse("2026-03-01T12:00:00Z");

	private static final String SAID = "I live in Oslo and have 12 cats. 我住在北京。 Which train goes to Bergen?";

	private static final String ANSWER = "The night train to Bergen leaves at 23:03.";

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			I live in Oslo            | Oslo   | USER
			i  LIVE in “Oslo”         | oslo   | USER
			have 12 cats              | 12     | USER
			我住在北京                 | 北京    | USER
			leaves at 23:03           | 23:03  | MODEL
			I live in Paris           | Paris  |
			I live in Oslo            | Bergen |
			have 12 cats              | 2      |
			have 12 cats              | cat    |
			live in Osl               | Osl    |
			leaves at 23:03           | 03     | MODEL
			leaves at 23:03           | 3      |
			""")
	void keepsWhatTheTextSays(String quote, String value, MemoryTrust trust) {
		Optional<MemoryDraft> draft = check(List.of()).draft(fact(quote, value, ""));
		assertThat(draft.map(MemoryDraft::trust)).isEqualTo(Optional.ofNullable(trust));
	}

	@Test
	void remembersWhenItWasSaidAndInWhichWords() {
		MemoryDraft draft = check(List.of())
			.draft(new ReportedFact("preference", "user", "home town", "Oslo", "The user lives in Oslo.",
					"I live in Oslo"))
			.orElseThrow();
		assertThat(draft.kind()).isEqualTo(MemoryKind.PREFERENCE);
		assertThat(draft.text()).isEqualTo("The user lives in Oslo.");
		assertThat(draft.statement()).isEqualTo(new Statement("user", "home town", "Oslo"));
		assertThat(draft.validFrom()).isEqualTo(THEN);
		assertThat(draft.metadata()).containsEntry("quote", "I live in Oslo");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			The user has 12 cats and 3 dogs
			The user likes animals
			''
			""")
	void writesASentenceOfItsOwnWhereThatOfTheModelSaysMoreOrLess(String text) {
		assertThat(check(List.of()).draft(fact("have 12 cats", "12", text)).map(MemoryDraft::text))
			.contains("user: attribute: 12");
	}

	@Test
	void takesNothingFromAnAnswerThatRepeatsAMemory() {
		FactCheck check = check(List.of("The train to Bergen: 23:03", "home town: OSLO"));
		assertThat(check.draft(fact("leaves at 23:03", "23:03", ""))).isEmpty();
		assertThat(check.draft(fact("night train to Bergen", "night train", ""))).isPresent();
		assertThat(check.draft(fact("I live in Oslo", "Oslo", ""))).as("the user says it again").isPresent();
	}

	@Test
	void leavesOutWhatLooksLikeASecret() {
		String secret = "ghp_" + "a1B2c3D4e5F6".repeat(3);
		FactCheck check = new FactCheck(source("My token is " + secret, "", List.of(), MemoryTrust.USER));
		assertThat(check.draft(fact("My token is " + secret, secret, ""))).isEmpty();
	}

	@Test
	void trustsNothingThatWasTainted() {
		FactCheck check = new FactCheck(source(SAID, ANSWER, List.of(), MemoryTrust.UNTRUSTED));
		assertThat(check.draft(fact("I live in Oslo", "Oslo", "")).map(MemoryDraft::trust))
			.contains(MemoryTrust.UNTRUSTED);
	}

	private static FactCheck check(List<String> recalled) {
		return new FactCheck(source(SAID, ANSWER, recalled, MemoryTrust.USER));
	}

	private static ReportedFact fact(String quote, String value, String text) {
		return new ReportedFact("fact", "user", "attribute", value, text, quote);
	}

	private static ExtractionSource source(String said, String answer, List<String> recalled, MemoryTrust trust) {
		return new ExtractionSource(UUID.randomUUID(), "default", null, said, trust, answer, MemoryTrust.MODEL,
				recalled, null, THEN);
	}

}
