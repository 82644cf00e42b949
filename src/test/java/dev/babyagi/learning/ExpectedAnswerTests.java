package dev.babyagi.learning;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ExpectedAnswerTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "12 | 12", "12 | 12.0", "12 | The answer is 12.", "-5 | -5", "Oslo | oslo.",
			"C++ | C++", "1.5 | It is 1.5 in all" })
	void isTheSameInAnotherForm(String expected, String answer) {
		assertThat(ExpectedAnswer.matches(expected, answer)).isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "12 | 13", "12 | 120", "12 | twelve hundred", "-5 | 5",
			"Oslo | Oslo or Bergen", "C++ | C", "12 | I do not know", "1e500000000 | 3.14", "1e-500000000 | 0.1" })
	void isAnother(String expected, String answer) {
		assertThat(ExpectedAnswer.matches(expected, answer)).isFalse();
	}

}
