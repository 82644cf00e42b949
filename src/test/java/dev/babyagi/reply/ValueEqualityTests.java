package dev.babyagi.reply;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class ValueEqualityTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			1000000       | 1000001       | true
			1000000       | 1000002       | false
			0             | 0.0           | true
			0.000001      | 0             | false
			-7            | 7             | false
			3.33          | 3.3333333333  | true
			3.3333        | 3.3333333333  | true
			3.34          | 3.3333333333  | false
			0.33          | 0.3333333333  | false
			0.333         | 0.3333333333  | true
			3.3           | 3.3333333333  | false
			12.3          | 12.34         | false
			123           | 123.4         | false
			2.35          | 2.345         | true
			-2.35         | -2.345        | true
			1e999999999   | 1e999999999   | true
			""")
	void takesAnAnswerThatIsOffByAMillionthOrRounded(String answer, String exact, boolean within) {
		assertThat(ValueEquality.within(ExactJson.read(answer), ExactJson.read(exact))).isEqualTo(within);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			42              | 42.00
			4e1             | 40
			"Oslo"          | " OSLO. "
			"４２ km"       | "42km"
			"São Paulo"     | "sa\u0303o paulo"
			["a",1.50]      | ["a",1.5]
			"1,000"         | "1000"
			"well-known."   | "Well known"
			"No. 5"         | "no 5"
			true            | true
			""")
	void givesValuesThatAreTheSameAnswerOneKey(String left, String right) {
		assertThat(key(left)).isEqualTo(key(right));
		assertThat(ValueEquality.within(ExactJson.read(left), ExactJson.read(right))).isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			42              | 43
			"Oslo"          | "Rome"
			["a","b"]       | ["b","a"]
			true            | false
			0.33            | 0.34
			"-5"            | "5"
			"1.5"           | "15"
			"1,5"           | "15"
			"5%"            | "5"
			"C++"           | "C"
			"C#"            | "C"
			"1/2"           | "12"
			"> 5"           | "< 5"
			""")
	void givesOtherAnswersOtherKeys(String left, String right) {
		assertThat(key(left)).isNotEqualTo(key(right));
		assertThat(ValueEquality.within(ExactJson.read(left), ExactJson.read(right))).isFalse();
	}

	private static String key(String json) {
		JsonNode value = ExactJson.read(json);
		return ValueEquality.key(value);
	}

}
