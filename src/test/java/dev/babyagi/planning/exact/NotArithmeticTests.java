package dev.babyagi.planning.exact;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Texts that are no arithmetic, or none that can be read in one way only.
 */
class NotArithmeticTests {

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "?", "=", "What is", "What is the capital of France?", "plan 3 trips",
			"Write a haiku about 7 cats", "3 apples plus 4 apples", "5 km + 3 km", "$5 + $3", "計劃三次旅行", "北京有多少人口",
			"3加5个苹果", "三心二意", "一再", "再三", "一半", "Which is larger, 3 or 5?", "3 < 5", "3 + 5 = 8", "Is 3 + 5 8?",
			"pi * 2", "5!", "3 + 5!", "10 apples - 3", "a + b", "x + 1", "2x + 1", "What is 2x - 1?", "2x-3", "2 x - 3",
			"f(3) + 1", "sqrt(16)", "[1, 2] + 3", "T(java.lang.Runtime)", "#{1+1}", "${1+1}" })
	void otherTexts(String objective) {
		assertThat(ExactPlanner.draw(objective, 20)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "2024-05-01", "2024-12-25", "What is 1/2/2024?", "1/2/2024", "What happens on 2024-05-01?",
			"12/31/1999", "2024/5/1", "2024-12-25 + 3", "Calculate 2024-05-01", "12/3/20", "1.2.3", "192.168.1.1",
			"10:30 - 9:15", "555-123-4567", "1-800-555-1234", "010-12345678", "123-45-6789", "978-3-16-148410-0", "007",
			"0x10", "What is 42?", "How much is 5?", "one", "五一", "二〇二四", "give me 5", "v1.2", "fifty-fifty",
			"nineteen eighty-four", "two by four", "二百五", "#1", "1.2.3 + 4", "3 + 5.5.5", "二〇二四年五月一日", "2024-11",
			"11/2024", "2020-21", "2020-2021", "555-1234", "9-1-1", "90-60-90", "24/7", "What is 24/7?" })
	void datesNumbersOfThingsAndVersions(String objective) {
		assertThat(ExactPlanner.draw(objective, 20)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "the sum of 3 and 4 times 2", "the sum of 3 and 4 squared",
			"the difference between 3 and 10", "3 plus 5, times 2", "3加5，乘以2", "3与4的平方的和", "2乘3加5的和", "负3的平方", "3与5的差",
			"三百五加一", "一万五加一", "四五百", "3除6", "0,5 + 1", "1,23 + 4", "1 234 + 5", "10 % 3", "2(3 + 4)", "(2)(3)", "3 5",
			"multiply 3 by 4 plus 5", "the sum of 3 and the product of 4 and 5 and 6", "3 of 5", "half of 3 and 5",
			"3 and 5", "3、5", "3加十几", "5%%", "百分之5%", "200的15%%", "the sum of 5", "square root of 9/16",
			"square root of 9 / 16", "square root of 9+16", "16 to the power of 1/2", "10 divided by 1/2",
			"3/4 squared", "1/2% of 200", "12 ÷ 3/4", "√9/16", "3/4的一半", "2/5的50%", "1/2的三分之一", "2/3的平方", "10除以1/2",
			"-1/2的2倍", "16^1/2", "2+3 times 4", "10 divided by 2+3", "2²^3", "sum of 1,5 and 2,5", "1,5与2,5的和",
			"sum of 1.234,56 and 10", "sum of 12,3456 and 1", "mean of 100,200 and 300", "sum of 1,5",
			"product of one hundred and five and two", "sum of two thousand and five hundred", "-9的平方根", "-3 squared",
			"10 % -3", "10% -3", "10%-3", "10加百分之十", "2 to the power of 3 squared", "2 ^ 3 squared",
			"2 to the power of 3 to the power of 2", "200 + 10%", "100 - 20%", "200加10%", "200 plus 10 percent", "2⁻",
			"2³⁻¹" })
	void whatMayBeReadInTwoWays(String objective) {
		assertThat(ExactPlanner.draw(objective, 20)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "12 / -3/4", "14 mod -5/4", "quotient of 6 and 3/4", "3/4与5之商", "1/2和2的差", "12÷3/4",
			"1/2÷3/4", "10 / 2+3", "5* 2+3", "2 x 3+4", "(1+2)/3 squared", "half of 2+4", "twice 3+4",
			"one over half of 2/4", "3+4的平方", "2*3的平方", "16+9的平方根", "2^3%", "1/2% + 3", "4 ^ 1/2", "2的1/2次方", "√16/4",
			"2^-1/2", "12÷-3/4", "√16%" })
	void groupsThatWordsAndSignsWouldTakeApart(String objective) {
		assertThat(ExactPlanner.draw(objective, 20)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "-2 to the power of 2", "minus 3 squared", "negative 3 squared", "-(2 + 1) squared",
			"10 * -3 squared", "-3 squared cubed", "-2的10次方", "-8的平方", "负3²", "负3^2", "-二分之一的平方" })
	void signsThatMayBelongToTheBaseOrToThePower(String objective) {
		assertThat(ExactPlanner.draw(objective, 20)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "half of 10 mod 3", "10% of 10 mod 3", "product of 7 and 8 mod 5",
			"quotient of 12 and 3 times 2", "quotient of 12 and 3 divided by 2", "2、3与5的积与4的和" })
	void sharesAndListsThatMayEndInTwoPlaces(String objective) {
		assertThat(ExactPlanner.draw(objective, 20)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "1 +", "1e999999999万", "1e99999999999万 + 1", "+ 1", "1 + + 1", "1 ++ 1", "* 3", "3 *",
			"(3 + 5", "3 + 5)", "()", "3 + ()", "1..5", "1e", "1e+", "3 + 5 ==", "--5", "3 plus", "plus 3",
			"then times 2", "3 then", "3 then 5", "3加", "加3", "的一半", "百分之", "3 + 5\n4 + 2", "10\n- 5", "half of",
			"3 plus 5 multiply by 2", "一点", "点五", "三点十五", "十十", "零零", "千" })
	void brokenFormulas(String objective) {
		assertThat(ExactPlanner.draw(objective, 20)).isEmpty();
	}

}
