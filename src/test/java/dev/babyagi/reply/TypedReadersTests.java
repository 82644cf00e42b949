package dev.babyagi.reply;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.babyagi.reply.ReadingResult.Unreadable;
import dev.babyagi.reply.ReadingResult.Value;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the readers of a number, a truth, a date and a list.
 */
class TypedReadersTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			42                                  |         | 42
			**1,234.50**                        |         | 1234.50
			There are 42 people, yes 42.        |         | 42
			3 + 4 = 7                           |         | 7
			Of 3 and 4 the answer is 7          |         | 7
			3 million                           |         | 3000000
			12.5%                               | percent | 12.5
			42 kilometres                       | km      | 42
			42                                  | km      | 42
			$42                                 | USD     | 42
			3 km                                |         | 3
			""")
	void readsTheOneNumber(String reply, @Nullable String unit, BigDecimal number) {
		assertThat(NumberReader.read(reply, unit)).isInstanceOfSatisfying(Value.class,
				(value) -> assertThat(value.value().decimalValue()).isEqualByComparingTo(number));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			none                 |     | there is none
			3 or 4               |     | 3, 4
			12.5%                |     | not 12.5%
			5M                   |     | 'M'
			42 miles             | km  | expected in km, not in miles
			""")
	void saysWhyItReadsNoNumber(String reply, @Nullable String unit, String message) {
		assertThat(NumberReader.read(reply, unit)).isInstanceOfSatisfying(Unreadable.class,
				(unreadable) -> assertThat(unreadable.message()).contains(message));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			true                            | true
			**Yes**, since it fits.         | true
			I am not sure.\\nCORRECT.       | true
			I looked; the answer is no.     | false
			不是。                          | false
			""")
	void readsATruth(String reply, boolean truth) {
		assertThat(BooleanReader.read(reply.replace("\\n", "\n"))).isInstanceOfSatisfying(Value.class,
				(value) -> assertThat(value.value().booleanValue()).isEqualTo(truth));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "maybe", "yes and no", "It is not true", "nothing", "yesterday", "1" })
	void readsNoTruthInWordsThatAreNone(String reply) {
		assertThat(BooleanReader.read(reply)).isInstanceOf(Unreadable.class);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			2026-03-01                               | 2026-03-01
			2024-02-29                               | 2024-02-29
			**Sep 5, 2026**                          | 2026-09-05
			the 22nd of december 2026                | 2026-12-22
			2026年3月1日                             | 2026-03-01
			2026/12/31                               | 2026-12-31
			2026-03-01 10:15:30+02:00                | 2026-03-01T10:15:30+02:00
			2026-03-01, or March 1, 2026             | 2026-03-01
			From 2025-01-01 on; the answer is 2026-03-01 | 2026-03-01
			""")
	void readsTheOneDate(String reply, String date) {
		assertThat(DateReader.read(reply)).isEqualTo(new Value(ExactJson.text(date)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "03/04/2026", "2026-02-30", "2025-02-29", "2026-13-01", "February 30, 2026",
			"12026/03/01", "2026/03/015", "2026-03-01T25:00", "2026-03-01 or 2026-03-02", "March 2026" })
	void readsNoDateThatNoCalendarHasOrThatCouldBeTwo(String reply) {
		assertThat(DateReader.read(reply)).isInstanceOf(Unreadable.class);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			- Oslo\\n- Rome             | ["Oslo","Rome"]
			* Oslo\\n\\n  * Rome        | ["Oslo","Rome"]
			• Oslo                      | ["Oslo"]
			1. Oslo\\n2) Rome\\n3、Bern | ["Oslo","Rome","Bern"]
			""")
	void readsAListOfOneItemALine(String reply, String list) {
		assertThat(ListReader.read(reply.replace("\\n", "\n"))).contains(ExactJson.read(list));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " \n ", "Oslo", "Oslo and Rome", "Cities:\n- Oslo\n- Rome", "- Oslo\nas said",
			"1.5 litres\n2.5 litres", "-5\n-3" })
	void readsNoListAmongOtherWords(String reply) {
		assertThat(ListReader.read(reply)).isEmpty();
	}

}
