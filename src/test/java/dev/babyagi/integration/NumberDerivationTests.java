package dev.babyagi.integration;

import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.babyagi.reply.Quantities;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of {@link NumberDerivation}.
 */
class NumberDerivationTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			3           | 1 2           | a sum
			3           | 2 5           | a difference, whichever is taken from the other
			0.1         | 40 4          | a quotient
			44          | 4 11          | a product
			30          | 60 50         | so much per cent of it
			50%         | 1 2           | a share
			20%         | 60 50         | a change in per cent
			33%         | 1 3           | rounded to whole per cent
			0.33        | 1 3           | rounded to its digits
			2.7 million | 2746984       | rounded to a tenth of a million
			100         | 100.4         | rounded to a whole number
			5           | 5 0           | nothing added
			""")
	void comesFromOthers(String number, String operands, String how) {
		assertThat(isFrom(number, operands)).as(how).isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			7           | 2 3           | nothing makes it
			20          | 60 50         | a change in per cent is one only with the sign
			0.34        | 1 3           | rounded to another digit
			2.8 million | 2746984       | rounded to another digit
			99          | 99.4          | too small a number to be rounded
			200         | 200.6         | nearer to another whole number
			7           | 0             | no quotient of nothing
			""")
	void comesFromNothing(String number, String operands, String why) {
		assertThat(isFrom(number, operands)).as(why).isFalse();
	}

	private static boolean isFrom(String number, String operands) {
		return new NumberDerivation(Quantities.in(number).found().getFirst())
			.isFrom(Stream.of(operands.split(" ")).mapToDouble(Double::parseDouble).toArray());
	}

}
