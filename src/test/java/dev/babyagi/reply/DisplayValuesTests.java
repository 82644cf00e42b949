package dev.babyagi.reply;

import java.math.BigDecimal;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class DisplayValuesTests {

	@ParameterizedTest
	@CsvSource({ "42.00,42", "100,100", "-0.50,-0.5", "0.000,0", "1E+3,1000",
			"1E+39,1000000000000000000000000000000000000000", "1E+40,1E+40",
			"1E-39,0.000000000000000000000000000000000000001", "1E-40,1E-40",
			"0.33333333333333333333333333333333333333333333,0.3333333333333333333333333333333333",
			"0.99999999999999999999999999999999999999999999,1",
			"12345678901234567890123456789012345678,12345678901234567890123456789012345678" })
	void showsThirtyFourDigitsInPlainNotationUpToForty(BigDecimal number, String shown) {
		assertThat(DisplayValues.number(number)).isEqualTo(shown);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			"say \\"hi\\""           | say "hi"
			7.50                     | 7.5
			true                     | true
			null                     | null
			[1.0,"a",{"b":2.500}]    | [1,"a",{"b":2.5}]
			""")
	void showsTextsRawNumbersRoundedAndTheRestAsJson(String value, String shown) {
		assertThat(DisplayValues.text(ExactJson.read(value))).isEqualTo(shown);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					{"a":[0.33333333333333333333333333333333333333,{"b":1.10}]} | {"a":[0.3333333333333333333333333333333333,{"b":1.1}]}
					"1.10"                                                      | "1.10"
					""")
	void roundsEachNumberOfADocumentAndNoText(String value, String shown) {
		assertThat(DisplayValues.value(ExactJson.read(value))).hasToString(shown);
	}

}
