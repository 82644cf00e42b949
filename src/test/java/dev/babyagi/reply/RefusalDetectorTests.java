package dev.babyagi.reply;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RefusalDetectorTests {

	@ParameterizedTest
	@ValueSource(strings = { "I'm sorry, but I can't help with that.", "I CANNOT provide this.",
			"Unfortunately, I am unable to do so.", "As an AI,\nI have no opinion.", "I\u2019m not able to say.",
			"抱歉，我无法完成这个任务。", "作为人工智能，我没有意见。" })
	void tellsARefusalByItsBeginning(String reply) {
		assertThat(RefusalDetector.is(reply)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "42", "Sorry, the answer is 42.", "I cannot overstate it.", "He said: I will not.",
			"Unfortunately, it rained.", "我不能同意更多" })
	void takesAnAnswerForAnAnswer(String reply) {
		assertThat(RefusalDetector.is(reply)).isFalse();
	}

	@Test
	void takesALongTextForAnAnswerHoweverItBegins() {
		assertThat(RefusalDetector.is("I cannot help with that. ")).isTrue();
		assertThat(RefusalDetector.is("I cannot help with that. " + "But look: ".repeat(60))).isFalse();
	}

}
