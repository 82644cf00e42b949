package dev.babyagi.integration;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class GroundingTests {

	private static final List<String> SOURCES = List.of("Compare the 709,037 people of Oslo with 2,746,984 in Rome",
			"On 2026-03-01 it was 0.33333333 of 48, that is 3.2 million");

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			It has 709037 people              | stands in the objective
			It has 709,037.0 people           | the same number
			about 0.333                       | rounded
			In March 2026                     | a part of a date
			3,200,000                         | the worth of a word
			3.2                               | the digits before a word
			12 cities                         | a count
			0 cities                          | a count
			17. Oslo                          | marks an item
			(18) Oslo                         | marks an item
			3456021                           | a sum
			2037947                           | a difference
			2,037,947 fewer                   | a difference
			34033776                          | a product
			25.8%                             | per cent
			Rome has 3.87 times as many       | a quotient
			2.7 million                       | rounded with a word
			287.4% more                       | a change in per cent
			No number at all                  | none
			""")
	void isSatisfiedWithANumberThatStandsOnSomething(String answer, String why) {
		assertThat(ungrounded(answer)).as(why).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			It has 709038 people        | 709038
			about 0.334                 | 0.334
			13 cities                   | 13
			There are 17 of them        | 17
			71%                         | 71%
			900 million                 | 900000000
			In 2027                     | 2027
			""")
	void namesANumberThatStandsOnNothing(String answer, String number) {
		assertThat(ungrounded(answer)).containsExactly(number);
	}

	@Test
	void looksIntoJson() {
		Grounding grounding = new Grounding(SOURCES);
		assertThat(grounding.ungrounded(Briefs.json("{\"a\":[709037,{\"b\":\"about 999\"}],\"c\":777}", true)))
			.containsExactly("999", "777");
	}

	@Test
	@Timeout(20)
	void isDoneInTimeWithMoreNumbersThanAnyoneReads() {
		String many = IntStream.range(0, 20_000)
			.mapToObj((index) -> String.valueOf(1_000_003L * index + 17))
			.collect(Collectors.joining(" "));
		Grounding grounding = new Grounding(Arrays.asList(many, "9e9999 1e-9999"));
		assertThat(grounding.ungrounded(Answer.ofText(many.replace("3 ", "5 "), List.of(), List.of()).answer()))
			.hasSizeLessThanOrEqualTo(100);
	}

	private static List<String> ungrounded(String answer) {
		return new Grounding(SOURCES).ungrounded(Answer.ofText(answer, List.of(), List.of()).answer());
	}

}
