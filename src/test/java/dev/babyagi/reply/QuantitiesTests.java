package dev.babyagi.reply;

import java.math.BigDecimal;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class QuantitiesTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			42                       | 42
			-7                       | -7
			is -7 degrees            | -7
			\u22127                  | -7
			minus 7                  | -7
			负7                      | -7
			-$42                     | -42
			0.125                    | 0.125
			about .5 of it           | 0.5
			1,234,567.89             | 1234567.89
			1.5e6                    | 1500000
			2E-3                     | 0.002
			1.5 × 10^6               | 1500000
			6.02 x 10²³              | 602000000000000000000000
			1 x 10⁻²                 | 0.01
			3 million                | 3000000
			2.5 billion people       | 2500000000
			3万                      | 30000
			1.2万亿元                | 1200000000000
			共有42人                 | 42
			４２                     | 42
			42.                      | 42
			H2O boils at 100         | 100
			t1 says 8                | 8
			(42)                     | 42
			Answer:42                | 42
			""")
	void readsANumber(String text, BigDecimal value) {
		Quantities quantities = Quantities.in(text);
		assertThat(quantities.composites()).isZero();
		assertThat(quantities.found()).singleElement()
			.satisfies((quantity) -> assertThat(quantity.value()).isEqualByComparingTo(value));
	}

	@ParameterizedTest
	@ValueSource(strings = { "2026-03-01", "3-5", "3–5", "1/3", "12:30", "1.2.3", "1,5", "1,2345", "21st", "10²",
			"2^10", "<5", "±3", "2026年3月1日", "4½", "COVID-19" })
	void takesNoPartOfSomethingElseForANumber(String text) {
		Quantities quantities = Quantities.in(text);
		assertThat(quantities.found()).isEmpty();
		assertThat(quantities.composites()).isPositive();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			42 km            | km
			42km             | km
			12.5%            | %
			12.5 per cent    | per cent
			12.5 percent     | percent
			$42              | $
			3 million euros  | euros
			20 °C            | °C
			90 km/h          | km/h
			42人             | 人
			42, or so        | ''
			""")
	void seesTheUnit(String text, String unit) {
		assertThat(Quantities.in(text).found()).singleElement()
			.satisfies((quantity) -> assertThat(quantity.unit()).isEqualTo(unit));
	}

	@Test
	void findsSeveral() {
		assertThat(values("From 3 to 5, and 1,000 more (5 - 3 = 2)")).containsExactly("3", "5", "1000", "5", "3", "2");
	}

	@Test
	void areOneWhenOneNumberIsSaidTwice() {
		assertThat(Quantities.in("42. Yes, 42.0!").areOne()).isTrue();
		assertThat(Quantities.in("42 or 43").areOne()).isFalse();
		assertThat(Quantities.in("42 on 2026-03-01").areOne()).isFalse();
		assertThat(Quantities.in("none").areOne()).isFalse();
	}

	@ParameterizedTest
	@Timeout(10)
	@ValueSource(strings = { "1", "1,", "- ", "1 ", "1e", "9e9999 ", "a", "1x10^", "1 million ", "minus " })
	void readsHostileTextInTime(String part) {
		String text = part.repeat(50_000) + "1";
		assertThat(Quantities.in(text).found().size()).isLessThanOrEqualTo(text.length());
	}

	private static List<String> values(String text) {
		return Quantities.in(text).found().stream().map((quantity) -> quantity.value().toPlainString()).toList();
	}

}
