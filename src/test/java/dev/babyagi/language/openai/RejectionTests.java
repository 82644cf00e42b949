package dev.babyagi.language.openai;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.babyagi.fake.FakeResponse;
import dev.babyagi.fake.WireFaults;
import dev.babyagi.language.ModelResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an endpoint refuses twice in the same words, or its filter refuses once, it
 * refuses for good.
 */
class RejectionTests extends OverHttp {

	@Test
	void sendsARejectedRequestOnceMore() {
		answer(WireFaults.badRequest("messages"));
		assertThat(refused()).isEqualTo(
				"The model endpoint refused the request with status 400, code 'invalid_request_error', parameter 'messages'");
		assertThat(calls()).isEqualTo(2);
	}

	@Test
	void seesThatAnIdIsNoOtherWord() {
		answer(WireFaults.badRequest("messages"), WireFaults.badRequest("messages"), PARIS);
		refused();
		assertThat(calls()).isEqualTo(2);
	}

	@Test
	void triesThreeTimesWhereTheWordsDiffer() {
		answer(FakeResponse.error(400, "one", "first"), FakeResponse.error(400, "two", "second"), PARIS);
		assertThat(reply(this.asked.text("?")).usage().calls()).isEqualTo(3);
		answer(FakeResponse.error(400, "one", "first"), FakeResponse.error(400, "two", "second"),
				FakeResponse.error(400, "three", "third"), PARIS);
		assertThat(refused()).contains("'three'");
		assertThat(calls()).isEqualTo(6);
	}

	@ParameterizedTest
	@ValueSource(strings = { "sk-4f1c8e2b7a90", "a sentence of the provider", "http://host/",
			"aVeryLongWordOfLettersThatCouldBeAKey" })
	void namesNoWordThatCouldBeASecret(String code) {
		answer(FakeResponse.error(400, code, "no").changed((body) -> body.withObject("/error").put("type", code)));
		assertThat(refused()).isEqualTo("The model endpoint refused the request with status 400");
		answer(PARIS.finish(code));
		assertThat(refused()).isEqualTo("The model endpoint ended the reply with the unknown finish_reason");
	}

	@Test
	void booksTheWorstCaseOfAReplyThatEndedInAnUnknownWay() {
		answer(PARIS.finish("banana"), PARIS);
		assertThat(reply(this.asked.text("?")).usage().outputTokens()).isGreaterThan(2048);
	}

	static Stream<FakeResponse> filtered() {
		return Stream.of(WireFaults.filteredPrompt(), FakeResponse.error(400, "content_policy_violation", "no"),
				FakeResponse.error(400, "data_inspection_failed", "no"), FakeResponse.of(403, "application/json", """
						{"error":{"code":403,"message":"flagged","metadata":{"reasons":["x"],"flagged_input":"x"}}}"""),
				FakeResponse.of(200, "application/json",
						"{\"error\":{\"code\":\"content_filter\",\"message\":\"no\"}}"));
	}

	@ParameterizedTest
	@MethodSource("filtered")
	void asksNoFilterTwice(FakeResponse refusal) {
		answer(refusal, PARIS);
		assertThat(refused()).isEqualTo("The content filter of the model endpoint refused the request");
		assertThat(calls()).isOne();
	}

	@ParameterizedTest
	@CsvSource({ "MAX_TOKENS, true", "max-tokens, true", "end_turn, false", "tool_use, false" })
	void knowsTheWordsOfOtherServers(String word, boolean truncated) {
		answer(PARIS.finish(word));
		assertThat(reply(this.asked.text("?")).truncated()).isEqualTo(truncated);
	}

	@Test
	void isDeclinedByTheFilterOfAnotherServer() {
		answer(PARIS.finish("SAFETY"));
		assertThat(this.asked.text("?")).isInstanceOf(ModelResult.Declined.class);
		assertThat(calls()).isOne();
	}

	private String refused() {
		ModelResult result = this.asked.text("?");
		assertThat(result).isInstanceOf(ModelResult.Refused.class);
		return ((ModelResult.Refused) result).reason();
	}

}
