package dev.babyagi.language.openai.wire;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ReplyMarkupTests {

	@ParameterizedTest
	@CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
			Paris<|im_end|>                                                              ~ Paris
			Paris<|eot_id|><|endoftext|>                                                 ~ Paris
			Paris</s>                                                                    ~ Paris
			Paris<end_of_turn>                                                           ~ Paris
			Paris<|im_end|><|im_start|>user Thanks<|im_end|>                             ~ Paris
			<|channel|>analysis<|message|>Hm<|end|><|start|>assistant<|channel|>final<|message|>Paris<|return|> ~ Paris
			<|channel|>final <|constrain|>json<|message|>{"a":1}                         ~ {"a":1}
			analysisThe user asks.assistantfinalParis                                    ~ Paris
			<think>Hm</think>Paris<|im_end|>                                             ~ Paris
			""")
	void leavesTheReplyAlone(String sent, String reply) {
		assertThat(ReplyMarkup.stripped(sent)).isEqualTo(reply);
	}

	@ParameterizedTest
	@ValueSource(strings = { "The token <|im_end|> ends a turn.", "<s>old</s>", "analysis of variance",
			"A <|channel|> token", "It is final." })
	void leavesWordsAboutTokensAlone(String reply) {
		assertThat(ReplyMarkup.stripped(reply)).isEqualTo(reply);
	}

	@ParameterizedTest
	@ValueSource(strings = { "<think>Hm", "<|channel|>analysis<|message|>Hm<|end|>", "<|im_end|>" })
	void leavesNothingOfThinkingAlone(String reply) {
		assertThat(ReplyMarkup.stripped(reply)).isEmpty();
	}

}
