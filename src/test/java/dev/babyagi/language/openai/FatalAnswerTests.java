package dev.babyagi.language.openai;

import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.babyagi.fake.FakeResponse;
import dev.babyagi.fake.WireFaults;
import dev.babyagi.language.ModelResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What no retry mends ends at once, with the cure.
 */
class FatalAnswerTests extends OverHttp {

	static Stream<Arguments> fatal() {
		return Stream.of(Arguments.of(WireFaults.wrongKey(ModelFixture.KEY), "key", "OPENAI_API_KEY"),
				Arguments.of(WireFaults.html(401), "key", "OPENAI_API_KEY"),
				Arguments.of(WireFaults.paymentRequired(), "quota", "credit"),
				Arguments.of(WireFaults.quotaUsedUp(), "quota", "credit"),
				Arguments.of(FakeResponse.error(429, "credit_balance_exhausted", "none left"), "quota", "credit"),
				Arguments.of(WireFaults.forbidden(), "forbids", "OPENAI_API_KEY"),
				Arguments.of(WireFaults.noSuchModel(), "no such model", "OPENAI_MODEL"),
				Arguments.of(WireFaults.html(404), "no such model or path", "/v1"),
				Arguments.of(WireFaults.html(405), "address", "OPENAI_BASE_URL"),
				Arguments.of(WireFaults.errorInside(401), "key", "OPENAI_API_KEY"),
				Arguments.of(WireFaults.errorInside(402), "quota", "credit"));
	}

	@ParameterizedTest
	@MethodSource("fatal")
	void endsWithTheCure(FakeResponse answer, String reason, String cure) {
		answer(answer);
		assertThat(this.asked.text("?")).isInstanceOfSatisfying(ModelResult.Fatal.class, (fatal) -> {
			assertThat(fatal.reason()).contains(reason);
			assertThat(fatal.cure()).contains(cure);
			assertThat(fatal.usage().tokens()).isZero();
		});
		assertThat(calls()).isOne();
	}

	@ParameterizedTest
	@ValueSource(ints = { 301, 302, 303, 307, 308 })
	void followsNoRedirect(int status) {
		answer(WireFaults.redirect(status, this.endpoint.baseUrl() + "/chat/completions"), PARIS);
		assertThat(this.asked.text("?")).isInstanceOfSatisfying(ModelResult.Fatal.class,
				(fatal) -> assertThat(fatal.cure()).contains("OPENAI_BASE_URL"));
		assertThat(calls()).isOne();
	}

}
