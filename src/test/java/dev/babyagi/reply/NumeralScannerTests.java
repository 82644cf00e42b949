package dev.babyagi.reply;

import java.math.BigDecimal;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class NumeralScannerTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			42             | 42           | 42
			4.25 km        | 4.25         | 4.25
			42.            | 42           | 42
			.5             | .5           | 0.5
			1,234,567.8    | 1,234,567.8  | 1234567.8
			1\u00A0234     | 1\u00A0234   | 1234
			1,2345         | 1            | 1
			1234,567       | 1234         | 1234
			1,5            | 1            | 1
			1.5e3          | 1.5e3        | 1500
			2E-3x          | 2E-3         | 0.002
			2e             | 2            | 2
			1e99999        | 1            | 1
			1.5 × 10^6 m   | 1.5 × 10^6   | 1500000
			2x10^-2        | 2x10^-2      | 0.02
			6 * 10²³       | 6 * 10²³     | 6E+23
			1 × 10⁻²       | 1 × 10⁻²     | 0.01
			3 x 10         | 3            | 3
			`7 x 11`       | 7            | 7
			""")
	void readsOneNumberToItsEnd(String text, String written, BigDecimal value) {
		NumeralScanner numeral = new NumeralScanner(new TextCursor(text), text.startsWith(".") ? 1 : 0);
		assertThat(text.substring(numeral.start(), numeral.powerEnd())).isEqualTo(written);
		assertThat(numeral.value()).isEqualByComparingTo(value);
	}

}
