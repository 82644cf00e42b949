package dev.babyagi.memory.extract;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of {@link QuotedValue}.
 */
class QuotedValueTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			it is -5 outside          | -5
			it is \u22125 outside     | -5
			I live in  OSLO, Norway   | oslo
			I live in Oslo            | Oslo.
			I write C++ at work       | C++
			C++ and C                 | C
			it costs 1,200.50 today   | 1,200.50
			two, 3, four              | 3
			版本是５                   | 5
			我住在北京市                | 北京
			leaves at 8:25            | 8:25
			""")
	void standsInTheQuote(String quote, String value) {
		assertThat(QuotedValue.isIn(quote, value)).isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			it is -5 outside          | 5
			it is 1.5 metres          | 5
			it is 1.5 metres          | 1
			we are 15                 | 5
			I write C++ at work       | C
			I write C# at work        | C
			it grew by 5%             | 5
			I am bored                | red
			I live in Oslo            | Bergen
			I live in Oslo            | .
			""")
	void doesNotStandInTheQuote(String quote, String value) {
		assertThat(QuotedValue.isIn(quote, value)).isFalse();
	}

}
