package dev.babyagi.reply;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class FinalAnswerLocatorTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			Adding up, the answer is 7.           | ` 7.`
			THE ANSWER IS 7                       | ` 7`
			The answer is 6. No, the result is 7  | ` 7`
			Result: 6, Answer: 7                  | ` 7`
			#### 7                                | ` 7`
			So \\boxed{7}                         | `7}`
			三加四的答案是7                       | `7`
			""")
	void findsWhatStandsAfterTheLastMarker(String reply, String after) {
		assertThat(FinalAnswerLocator.afterMarker(reply)).contains(after);
	}

	@Test
	void findsNothingWhereNoAnswerIsMarked() {
		assertThat(FinalAnswerLocator.afterMarker("I answered 7")).isEmpty();
		assertThat(FinalAnswerLocator.afterEquals("three plus four")).isEmpty();
	}

	@Test
	void findsWhatStandsAfterTheLastEqualsSign() {
		assertThat(FinalAnswerLocator.afterEquals("1 + 2 = 3 = 3.0")).contains(" 3.0");
	}

	@Test
	void findsTheLastLineThatSaysSomething() {
		assertThat(FinalAnswerLocator.lastLine("First 3.\nThen 4. \n\n  7 \n\n")).isEqualTo("7");
		assertThat(FinalAnswerLocator.lastLine(" 7 ")).isEqualTo("7");
	}

	@Test
	void leavesMarksOfEmphasisOut() {
		assertThat(FinalAnswerLocator.withoutEmphasis(" **It is** `7`, __truly__ ")).isEqualTo("It is 7, truly");
		assertThat(FinalAnswerLocator.withoutEmphasis("2 * 3")).isEqualTo("2 * 3");
	}

}
