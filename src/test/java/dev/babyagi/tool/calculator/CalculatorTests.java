package dev.babyagi.tool.calculator;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import dev.babyagi.schema.JsonSchema;
import dev.babyagi.tool.ToolResult;
import dev.babyagi.tool.ToolResult.Failure;
import dev.babyagi.tool.ToolResult.Output;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Calculator}.
 */
class CalculatorTests {

	private final Calculator calculator = new Calculator();

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			1 + 1                        | 2
			3+5*2                        | 13
			(3 + 5) * 2 - 4 / 8          | 15.5
			-2^2                         | -4
			(-2)^2                       | 4
			2^3^2                        | 512
			2**3                         | 8
			2^-2                         | 0.25
			-2^-2                        | -0.25
			2 - -3                       | 5
			2 - +3                       | -1
			10 mod 3                     | 1
			-7 mod 3                     | 2
			7 mod -3                     | -2
			5.5 mod 2                    | 1.5
			200 * 10%                    | 20
			12.5% * 840 + 7              | 112
			10% - 3                      | -2.9
			50%^2                        | 0.25
			1 + 10%                      | 1.1
			50% - 20%                    | 0.3
			200 + (10%)                  | 200.1
			200 * (1 + 10%)              | 220
			200 + 5 * 10%                | 200.5
			200 - 2^100%                 | 198
			(10%) - 3                    | -2.9
			(3 + 5)%                     | 0.08
			0.1 + 0.2                    | 0.3
			1/3*3                        | 1
			1/3                          | 0.3333333333333333333333333333333333
			2/3                          | 0.6666666666666666666666666666666667
			1.50 * 2                     | 3
			100                          | 100
			1e2                          | 100
			1E+2 + .5                    | 100.5
			1e-7                         | 0.0000001
			12 × 3 ÷ 4 − 1               | 8
			10^39                        | 1000000000000000000000000000000000000000
			10^40                        | 1E+40
			2^200                        | 1.606938044258990275541962092341163E+60
			1/10^39                      | 0.000000000000000000000000000000000000001
			1/10^40                      | 1E-40
			0^0                          | 1
			2^200 mod 7                  | 4
			1 - 1/3*3                    | 0
			2^127 - 1                    | 170141183460469231731687303715884105727
			12345678901234567890123456789012345678901234567890123456 mod 10 | 6
			0 * -5                       | 0
			""")
	void computes(String expression, String text) {
		assertThat(text(expression)).isEqualTo(text);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			2^0.5      | 1.414213562373095048801688724209698
			4^0.5      | 2
			8^(1/3)    | 2
			10^-0.5    | 0.3162277660168379331998893544432719
			2.5^3.7    | 29.67413253642085448085222160669751
			0.001^0.25 | 0.1778279410038922801225421195192685
			9999^99.99 | 9.029366313650101573769237498026002E+399
			1.0001^0.1 | 1.000009999550028497933911154339097
			0^0.5      | 0
			sqrt(2)    | 1.414213562373095048801688724209698
			sqrt(16)   | 4
			sqrt(9/16) | 0.75
			(27/8)^(2/3) | 2.25
			sqrt(2)^2 - 2 | 0
			sqrt(1e-9998) | 1E-4999
			""")
	void powersAndRootsAreRightToThe34thDigit(String expression, String text) {
		assertThat(text(expression)).isEqualTo(text);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			max(3, 4, 5)                     | 5
			max([3, 9, 4])                   | 9
			min([3, 9, 4], 1)                | 1
			sum(1, 2, 3)                     | 6
			sum(1,2,3)                       | 6
			max(5,100)                       | 100
			sum(1,1e2, 2)                    | 103
			sum(1.5,100,0.5)                 | 102
			avg([1, 2, 3, 4])                | 2.5
			count([7, 8, 9])                 | 3
			count([])                        | 0
			count([3, 9, 4] > 3)             | 2
			argmax([3, 9, 4])                | 2
			argmin(3, 9, 4)                  | 1
			sort([3, 9, -4])                 | [-4, 3, 9]
			[3, 9, 4] >= 4                   | [false, true, true]
			any([3, 9, 4] > 8)               | true
			all([3, 9, 4] > 8)               | false
			3 < 5                            | true
			3 > 5                            | false
			0.1 + 0.2 = 0.3                  | true
			1/3*3 == 1                       | true
			2 != 3                           | true
			2 <> 2                           | false
			3 ≤ 3                            | true
			abs(-3.5)                        | 3.5
			round(2.5)                       | 3
			round(-2.5)                      | -3
			round(2.345, 2)                  | 2.35
			round(1234.5, -2)                | 1200
			MAX(1, 2) + min(3, 4)            | 5
			""")
	void comparesAndCounts(String expression, String text) {
		assertThat(text(expression)).isEqualTo(text);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			1 / 0                            | Division by zero in 1 / 0
			(2 + 3) / (1 - 1)                | Division by zero in 5 / 0
			0/0                              | Division by zero in 0 / 0
			5 mod 0                          | Division by zero in 5 mod 0
			0^-1                             | Division by zero in 0 ^ -1
			9^9^9^9                          | The exponent of 9 ^ 387420489 is beyond 9,999
			2^10000                          | beyond 9,999
			1e999999999-1                    | The exponent of '1e999999999' at 1 is beyond 9,999
			1e99999999999999999999           | beyond 9,999
			1e9999 * 10                      | beyond 1E+9999
			10^-9999 / 10                    | nearer to 0
			9999^5000.5                      | beyond 1E+9999
			1e-9999^0.5^-2                   | nearer to 0
			NaN                              | Unknown name 'nan' at 1
			Infinity                         | Unknown name
			T(java.lang.Runtime)             | Unknown name 't' at 1
			#{1+1}                           | Unexpected character '#' at 1
			new java.io.File                 | Unknown name
			sqrt(-1)                         | sqrt(-1) is not a real number
			(-8)^(1/3)                       | not a real number
			1,234 + 1                        | Expected an operator, but found ',' at 2
			max(1,000, 999)                  | at 7 begins with 0
			sum(1,234, 5)                    | write 1234 for 1,234
			count([1,000, 2,000])            | begins with 0
			007 + 1                          | begins with 0
			10 % 3                           | the remainder is written mod
			10 % -3                          | % before '-' at 6 may be per cent or the remainder
			10% -3                           | (10%) - 3
			10%-3                            | (10%) - 3
			10 % - 3                         | 10 mod -3
			200 + 10%                        | 200 + (10%) or 200 * (1 + 10%)
			100 - 20% * 2 + -5%              | The percentage before the end
			max(200 - 10%, 1)                | The percentage before ',' at 14
			2 (3)                            | Expected an operator, but found '(' at 3
			(3 + 5                           | Expected ')', but found the end
			3 +                              | Expected a number, but found the end
			1 < 2 < 3                        | Expected an operator
			true + 1                         | A number was expected
			[1, 2] + 1                       | A number was expected
			max()                            | max takes one number at least
			sqrt(1, 2)                       | sqrt takes one number
			round(1, 0.5)                    | whole number of decimals
			all([1, 2])                      | all takes comparisons
			sin(1)                           | Unknown name 'sin' at 1; the functions are sqrt
			1..2                             | Unexpected character '.' at 2
			3 3                              | Expected an operator, but found '3' at 3
			""")
	void refusesWithAReason(String expression, String reason) {
		assertThat(reason(expression)).contains(reason);
	}

	@ParameterizedTest
	@ValueSource(strings = { "(", "-", "[", "1+(", "sqrt(", "2^", "abs(", "1 mod (", "√" })
	@Timeout(5)
	void refusesDeepNestingBeforeTheStackEnds(String opening) {
		assertThat(this.calculator.use(inputs(opening.repeat(10_000) + "1"))).isInstanceOf(Failure.class);
		assertThat(this.calculator.use(inputs(opening.repeat(900 / opening.length()) + "1")))
			.isInstanceOf(Failure.class);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "9^9^9^9", "9999^9999", "1e9999^9999", "1.000001^9999.5", "9^9999^0.5", "sqrt(1e9999)+1e-9999",
					"round(1e-9999, 50)", "1e9999 mod 1e-9999", "1e9999 + 1e-9999", "1e9999 = 1e-9999" })
	@Timeout(5)
	void theWorkOfOneOperationIsBounded(String expression) {
		for (int i = 0; i < 50; i++) {
			this.calculator.use(inputs(expression));
		}
	}

	@Test
	@Timeout(10)
	void theWorkOfOneExpressionIsBounded() {
		assertThat(text("2^.5*".repeat(199) + "1")).startsWith("896364335596578238699711011639.33");
		assertThat(reason("1+".repeat(5_000) + "1")).contains("10,001 characters");
	}

	@Test
	void theValueCarriesMoreDigitsThanTheText() {
		Output third = output("1/3");
		assertThat(third.value().decimalValue().precision()).isEqualTo(50);
		assertThat(text("(" + third.value().asString() + ") * 3")).isEqualTo("1");
	}

	@Test
	void valuesOfOthersCanBeReadBack() {
		for (String expression : new String[] { "-1/3", "2^200", "1/3/10^200", "-(10^300)/7", "10^45" }) {
			JsonNode value = output(expression).value();
			assertThat(text("(" + value.asString() + ") + 0")).isEqualTo(text(expression));
			assertThat(text("(" + value + ") + 0")).isEqualTo(text(expression));
		}
	}

	@Test
	void theFourOperationsAgreeWithBigDecimal() {
		Random random = new Random(4);
		for (int i = 0; i < 2_000; i++) {
			BigDecimal left = number(random);
			BigDecimal right = number(random);
			assertThat(shown(left + " + " + right)).isEqualByComparingTo(left.add(right, MathContext.DECIMAL128));
			assertThat(shown(left + " - " + right)).isEqualByComparingTo(left.subtract(right, MathContext.DECIMAL128));
			assertThat(shown(left + " * " + right)).isEqualByComparingTo(left.multiply(right, MathContext.DECIMAL128));
			assertThat(shown(left + " / " + right)).isEqualByComparingTo(left.divide(right, MathContext.DECIMAL128));
		}
	}

	@Test
	void itsSchemaTakesAnExpressionAndNothingElse() {
		JsonSchema schema = JsonSchema.compile(this.calculator.inputSchema());
		assertThat(schema.validate(inputs("1 + 1"))).isEmpty();
		assertThat(schema.validate(JsonNodeFactory.instance.objectNode())).hasSize(1);
		assertThat(schema.validate(JsonNodeFactory.instance.objectNode().put("expression", "1").put("more", 1)))
			.hasSize(1);
		assertThat(schema.validate(JsonNodeFactory.instance.objectNode().put("expression", 1))).hasSize(1);
	}

	private static BigDecimal number(Random random) {
		long unscaled = random.nextLong(1, 1_000_000_000_000L) * (random.nextBoolean() ? 1 : -1);
		return BigDecimal.valueOf(unscaled, random.nextInt(10));
	}

	private BigDecimal shown(String expression) {
		return new BigDecimal(text(expression));
	}

	private String text(String expression) {
		return output(expression).text();
	}

	private Output output(String expression) {
		ToolResult result = this.calculator.use(inputs(expression));
		assertThat(result).isInstanceOf(Output.class);
		return (Output) result;
	}

	private String reason(String expression) {
		ToolResult result = this.calculator.use(inputs(expression));
		assertThat(result).isInstanceOf(Failure.class);
		return ((Failure) result).reason();
	}

	private static JsonNode inputs(String expression) {
		return JsonNodeFactory.instance.objectNode().put("expression", expression);
	}

}
