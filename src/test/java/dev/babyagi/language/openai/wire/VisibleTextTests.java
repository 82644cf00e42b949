package dev.babyagi.language.openai.wire;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * In pieces of any size, a reply is told as {@link ReplyMarkup} leaves it.
 */
class VisibleTextTests {

	@ParameterizedTest
	@ValueSource(strings = { "Paris", " Paris\n", "Paris<|im_end|>", "Paris<|eot_id|><|endoftext|>", "Paris</s>",
			"Paris<end_of_turn>", "Paris<|im_end|>\n<|im_start|>user Thanks, and now?<|im_end|>",
			"<|channel|>analysis<|message|>Hm<|end|><|start|>assistant<|channel|>final<|message|>Paris<|return|>",
			"<|channel|>final <|constrain|>json<|message|>{\"a\":1}", "analysisThe user asks.assistantfinalParis",
			"<think>Hm</think>\n\nParis<|im_end|>", "\n<thinking>\nHm</thinking> Paris", "It is\n</think>\nParis",
			"The token <|im_end|> ends a turn.", "analysis of variance", "anal", "A <|channel|> token", "It is final.",
			"Write <think> and </think>\n around it", "1 < 2 <b>bold</b> <", "<think>Hm", "<think>", "<|im_end|>",
			"<|channel|>analysis<|message|>Hm<|end|>", "", "  ", "🗼 of Paris\u0000 🗼", "\ud83d alone" })
	void isWhatIsLeft(String reply) {
		for (int size : new int[] { 1, 2, 7, 1000 }) {
			assertThat(told(reply, size)).as("in pieces of " + size)
				.isEqualTo(reply.isBlank() ? "" : ReplyMarkup.stripped(reply));
		}
	}

	private static String told(String reply, int size) {
		StringBuilder told = new StringBuilder();
		VisibleText text = new VisibleText(new Told(told));
		for (int from = 0; from < reply.length(); from += size) {
			text.add(reply.substring(from, Math.min(reply.length(), from + size)));
		}
		text.end();
		return told.toString();
	}

	private record Told(StringBuilder text) implements ReplyObserver {

		@Override
		public void begun() {
			throw new AssertionError("Only the stream begins");
		}

		@Override
		public void text(String piece) {
			assertThat(piece).isNotEmpty();
			this.text.append(piece);
		}

		@Override
		public void obsolete() {
			this.text.setLength(0);
		}

	}

}
