package dev.babyagi.language.openai;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.babyagi.fake.FakeResponse;
import dev.babyagi.fake.WireFaults;
import dev.babyagi.language.ModelResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A call that exceeds the window is asked for a shorter reply, once, if that helps.
 */
class ContextLengthTests extends OverHttp {

	static Stream<FakeResponse> inOtherWords() {
		return Stream.of(WireFaults.tooLong(3000, 2000, 2048),
				FakeResponse.error(400, "context_length_exceeded",
						"This model's maximum context length is 3000 tokens, however you requested 4048 tokens "
								+ "(2000 in your prompt; 2048 for the completion)."),
				FakeResponse.error(400, "400",
						"'max_tokens' or 'max_completion_tokens' is too large: 2048. This model's maximum context "
								+ "length is 3000 tokens and your request has 2000 input tokens (2048 > 3000 - 2000)."),
				FakeResponse.of(400, "application/json",
						"{\"error\":{\"code\":400,\"message\":\"the request exceeds the available context size\","
								+ "\"type\":\"exceed_context_size_error\",\"n_prompt_tokens\":2000,\"n_ctx\":3000}}"));
	}

	@ParameterizedTest
	@MethodSource("inOtherWords")
	void asksForTheReplyThatStillFits(FakeResponse tooLong) {
		answer(tooLong, PARIS);
		assertThat(reply(this.asked.text("?")).usage().calls()).isEqualTo(2);
		assertThat(this.endpoint.ledger().calls().getLast().request().maxTokens()).isEqualTo(984);
	}

	@Test
	void keepsToTheLongestReplyThatAModelMakes() {
		answer(FakeResponse.error(400, "invalid_value",
				"max_tokens is too large: 2048. This model supports at most 1024 completion tokens."), PARIS);
		reply(this.asked.text("?"));
		assertThat(this.endpoint.ledger().calls().getLast().request().maxTokens()).isEqualTo(1024);
	}

	@Test
	void isUnusableWhereThePromptAloneIsTooLong() {
		answer(WireFaults.tooLong(4096, 5000, 2048));
		assertThat(this.asked.text("?")).isInstanceOf(ModelResult.Unusable.class);
		assertThat(calls()).isOne();
	}

	@Test
	void asksOnlyOnce() {
		answer(WireFaults.tooLong(3000, 2000, 2048), WireFaults.tooLong(3000, 2500, 984));
		assertThat(this.asked.text("?")).isInstanceOf(ModelResult.Unusable.class);
		assertThat(calls()).isEqualTo(2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Your prompt is longer than the maximum context length.", "context size has been exceeded",
			"maximum context length is 99999999999999999999 tokens (12 in your prompt)" })
	void isUnusableWhereTheMessageSaysNoNumbers(String message) {
		answer(FakeResponse.error(500, "server_error", message));
		assertThat(this.asked.text("?")).isInstanceOf(ModelResult.Unusable.class);
		assertThat(calls()).isOne();
	}

}
