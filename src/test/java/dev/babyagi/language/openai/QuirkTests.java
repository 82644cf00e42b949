package dev.babyagi.language.openai;

import java.math.BigDecimal;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.babyagi.fake.FakeResponse;
import dev.babyagi.language.ModelUsage;
import dev.babyagi.language.ReplyForm;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Answers that are right, but not by the letter of OpenAI's reference.
 */
class QuirkTests extends OverHttp {

	static Stream<FakeResponse> paris() {
		return Stream.of(PARIS.changed((body) -> body.remove("id")), PARIS.changed((body) -> body.remove("created")),
				PARIS.changed((body) -> body.remove("object")), PARIS.changed((body) -> body.putNull("usage")),
				PARIS.changed((body) -> body.put("error", (String) null)),
				PARIS.changed((body) -> body.put("id", 17).put("created", "yesterday")), PARIS.finish("tool_calls"),
				PARIS.finish(null), PARIS.message((message) -> message.remove("role")),
				PARIS.message((message) -> message.putNull("refusal").putNull("tool_calls")),
				PARIS.message(
						(message) -> message.putArray("content").addObject().put("type", "text").put("text", "Paris")),
				PARIS.message((message) -> message.putArray("tool_calls")
					.addObject()
					.putObject("function")
					.putObject("arguments")),
				PARIS.message((message) -> message.put("reasoning_content", "It is in Europe")),
				PARIS.message((message) -> message.put("reasoning", "It is in Europe")),
				FakeResponse.text("<think>It is in Europe</think>\n\nParis"),
				FakeResponse.text("\n<think>\nIt is in Europe\n</think>\nParis"),
				FakeResponse.text("It is in Europe\n</think>\nParis"));
	}

	@ParameterizedTest
	@MethodSource("paris")
	void readsTheReply(FakeResponse answer) {
		answer(answer);
		assertThat(reply(this.asked.text("?")).text()).isEqualTo("Paris");
		assertThat(calls()).isOne();
	}

	@Test
	void leavesATagInsideAReplyAlone() {
		answer(FakeResponse.text("Write <think> and </think> around it"));
		assertThat(reply(this.asked.text("?")).text()).isEqualTo("Write <think> and </think> around it");
	}

	@Test
	void namesTheAskedModelWhereTheAnswerNamesNone() {
		answer(PARIS.changed((body) -> body.remove("model")));
		assertThat(reply(this.asked.text("?")).model()).isEqualTo("fake");
	}

	@Test
	void estimatesWhatIsNotCounted() {
		use(new ModelFixture(priced(1, 1)));
		answer(FakeResponse.text("x".repeat(300)).withoutUsage());
		ModelUsage usage = this.asked.text("y".repeat(300)).usage();
		assertThat(usage.inputTokens()).isBetween(100L, 130L);
		assertThat(usage.outputTokens()).isEqualTo(100);
		assertThat(usage.costUsd()).isEqualByComparingTo(BigDecimal.valueOf(usage.tokens()).movePointLeft(6));
	}

	@Test
	void countsThinkingThatIsNotCounted() {
		answer(FakeResponse.text("x".repeat(30))
			.message((message) -> message.put("reasoning_content", "z".repeat(3000)))
			.withoutUsage());
		assertThat(this.asked.text("?").usage().outputTokens()).isEqualTo(1010);
	}

	@Test
	void takesACountOfNothingForNone() {
		answer(FakeResponse.text("x".repeat(300)).usage(0, 0));
		assertThat(this.asked.text("?").usage().outputTokens()).isEqualTo(100);
	}

	@Test
	void booksWhatWasReservedForAnAbsurdCount() {
		answer(PARIS.usage(9_999_999_999L, 9_999_999_999L));
		ModelUsage worstCase = this.asked.model().estimate(ModelFixture.question("?", ReplyForm.TEXT));
		assertThat(reply(this.asked.text("?")).usage()).isEqualTo(worstCase);
	}

	@Test
	void takesANegativeCountForNone() {
		answer(PARIS.usage(-5, -7));
		assertThat(reply(this.asked.text("?")).usage().tokens()).isPositive();
	}

	@Test
	void believesACountThatIsLargerThanTheEstimate() {
		answer(PARIS.usage(400, 5));
		assertThat(this.asked.text("?").usage().inputTokens()).isEqualTo(400);
	}

}
