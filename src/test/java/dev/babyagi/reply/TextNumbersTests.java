package dev.babyagi.reply;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class TextNumbersTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			no number                 | ''
			Add 12, 3.50 and 7.       | 12;3.5;7
			1,234,567.80 or 1234567.8 | 1234567.8
			7, 7.0 and 007            | 7
			100 and 0.0               | 100;0
			1,2,3                     | 1;2;3
			共有42人                  | 42
			{"a":[1.5,"2"]}           | 1.5;2
			""")
	void findsEachNumberOnceInItsPlainForm(String text, String numbers) {
		assertThat(String.join(";", TextNumbers.in(text))).isEqualTo(numbers);
	}

	@Test
	void takesLongRunsOfDigitsForCodes() {
		assertThat(TextNumbers.in("9".repeat(60) + " and " + "8".repeat(61))).containsExactly("9".repeat(60));
	}

}
