package dev.babyagi.language.openai;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.babyagi.fake.FakeResponse;
import dev.babyagi.fake.WireFaults;
import dev.babyagi.language.ModelResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Status 200 and yet no reply.
 */
class UnusableAnswerTests extends OverHttp {

	static Stream<FakeResponse> garbled() {
		return Stream.of(WireFaults.html(200), WireFaults.empty(), WireFaults.truncated(), WireFaults.noChoices(),
				FakeResponse.of(200, "application/json", "[1,2]"), FakeResponse.of(200, "application/json", "{}"),
				FakeResponse.of(200, "application/json", "{\"choices\":[{\"message\":"),
				FakeResponse.of(200, "application/json", "{\"choices\":[null]}"),
				FakeResponse.of(200, "application/json", "[".repeat(100_000)), FakeResponse.text("").finish("stop"),
				FakeResponse.text("  \n ").finish("stop"), FakeResponse.text("<think>I wonder</think>"));
	}

	@ParameterizedTest
	@MethodSource("garbled")
	void triesTwiceMore(FakeResponse garbled) {
		answer(garbled, garbled, PARIS);
		assertThat(reply(this.asked.text("?")).usage().calls()).isEqualTo(3);
	}

	@ParameterizedTest
	@MethodSource("garbled")
	void isUnusableAfterTheThird(FakeResponse garbled) {
		answer(garbled);
		assertThat(this.asked.text("?")).isInstanceOf(ModelResult.Unusable.class);
		assertThat(calls()).isEqualTo(3);
	}

	@Test
	@Timeout(60)
	void readsNoEndlessAnswer() {
		answer(WireFaults.endless());
		assertThat(this.asked.text("?")).isInstanceOfSatisfying(ModelResult.Unusable.class,
				(unusable) -> assertThat(unusable.reason()).contains("far more than was asked for"));
		assertThat(calls()).isOne();
	}

	@Test
	void readsNoMoreThanTenTimesWhatItAskedFor() {
		answer(FakeResponse.text("word ".repeat(400_000)));
		assertThat(this.asked.text("?")).isInstanceOfSatisfying(ModelResult.Unusable.class,
				(unusable) -> assertThat(unusable.reason()).contains("far more than was asked for"));
		assertThat(calls()).isOne();
	}

	@Test
	void isDeclinedByTheFilter() {
		answer(WireFaults.filtered());
		assertThat(this.asked.text("?")).isInstanceOf(ModelResult.Declined.class);
		assertThat(calls()).isOne();
	}

	@Test
	void isDeclinedByTheModel() {
		answer(WireFaults.refusing());
		assertThat(this.asked.structured("?")).isInstanceOf(ModelResult.Declined.class);
		assertThat(calls()).isOne();
	}

	@Test
	void returnsATextThatWasCut() {
		answer(FakeResponse.text("The beginn").finish("length"));
		ModelResult.Reply reply = reply(this.asked.text("?"));
		assertThat(reply.truncated()).isTrue();
		assertThat(reply.text()).isEqualTo("The beginn");
	}

	@Test
	void asksForALongerReplyOnceWhenADocumentWasCut() {
		answer(FakeResponse.text("{\"city\":\"Par").finish("length"), PARIS_AS_JSON);
		assertThat(reply(this.asked.structured("?")).truncated()).isFalse();
		assertThat(this.endpoint.ledger().calls()).extracting((call) -> call.request().maxTokens())
			.containsExactly(2048, 4096);
	}

	@Test
	void neverReturnsADocumentThatWasCut() {
		answer(FakeResponse.text("{\"city\":\"Par").finish("length"));
		assertThat(this.asked.structured("?")).isInstanceOf(ModelResult.Unusable.class);
		assertThat(calls()).isEqualTo(2);
	}

	@Test
	void asksForALongerReplyWhenThereWasOnlyThinking() {
		answer(FakeResponse.text("<think>Let me see, the").finish("length"), PARIS);
		assertThat(reply(this.asked.text("?")).text()).isEqualTo("Paris");
		assertThat(calls()).isEqualTo(2);
	}

}
