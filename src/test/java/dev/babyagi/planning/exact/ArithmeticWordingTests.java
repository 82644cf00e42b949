package dev.babyagi.planning.exact;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What each wording comes to, when the plan's tasks are carried out.
 */
class ArithmeticWordingTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			1 + 1                                   | 2
			3 - 5                                   | -2
			2 * 3 + 4 * 5                           | 26
			2 x 3                                   | 6
			2x3                                     | 6
			2 x -3                                  | -6
			2 X 3                                   | 6
			2 × 3 ÷ 4                               | 1.5
			2**10                                   | 1024
			2^10                                    | 1024
			2^3^2                                   | 512
			-2^2                                    | -4
			(-2)^2                                  | 4
			2^-1                                    | 0.5
			2^0.5                                   | 1.414213562373095048801688724209698
			-(3 + 5)                                | -8
			3 - -5                                  | 8
			3 \u2212 5                              | -2
			10 - 4 - 3                              | 3
			100 / 10 / 2                            | 5
			1/3*3                                   | 1
			1 - 1/3*3                               | 0
			1/6 + 1/6 + 1/6 - 1/2                   | 0
			100/7*7 - 100                           | 0
			7 mod (1/3*3)                           | 0
			1/(1 - 1/3*3)                           | Division by zero in 1 / 0
			2^127 - 1                               | 170141183460469231731687303715884105727
			8^(1/3)                                 | 2
			2^0.5 * 2^0.5 - 2                       | 0
			1/3                                     | 0.3333333333333333333333333333333333
			0.1 + 0.2                               | 0.3
			10 mod 3                                | 1
			1e3 + 1                                 | 1001
			1.5E-3 * 2                              | 0.003
			.5 + 1                                  | 1.5
			1,234.5 + 1                             | 1235.5
			1,234,567 - 567                         | 1234000
			200 * 10%                               | 20
			1 + 10%                                 | 1.1
			50% - 20%                               | 0.3
			10²³                                    | 100000000000000000000000
			5²² + 1                                 | 2384185791015626
			10⁻³                                    | 0.001
			10/4                                    | 2.5
			100-58                                  | 42
			8/4/2                                   | 1
			6÷2+1                                   | 4
			2x3+4                                   | 10
			5 -2+3                                  | 6
			3/4 + 1/4 * 8/2                         | 1.75
			2 × 3/4                                 | 1.5
			1 - 2+3                                 | not arithmetic
			-2 ^ 2                                  | -4
			-2²                                     | -4
			√16+1                                   | 5
			3/4^2                                   | 0.1875
			(3 + 5)% of 200                         | 16
			50%                                     | 0.5
			3² + 4³                                 | 73
			√16 + 1                                 | 5
			-5                                      | -5
			42                                      | 42
			（３＋５）×２                              | 16
			１，２３４．５ ＋ １                        | 1235.5
			200 × 10％                               | 20
			3 + 5 =                                 | 8
			3 + 5 = ?                               | 8
			3 + 5=?                                 | 8
			3 + 5?                                  | 8
			3 + 5.                                  | 8
			1 + 1 ＝ ？                               | 2
			((((((((((1 + 2))))))))))               | 3
			""")
	void signs(String objective, String value) {
		assertThat(answer(objective)).isEqualTo(value);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			What is (3 + 5) * 2 - 4 / 8?                            | 15.5
			Calculate 12.5% of 840 plus 7                           | 112
			12.5% of 840                                            | 105
			12.5 percent of 840                                     | 105
			12.5 per cent of 840 plus 7                             | 112
			100 plus 10% of 50% of 200                              | 110
			How much is 3 plus 5 times 2?                           | 13
			Compute 10 minus 4                                      | 6
			Please calculate: 3 + 5                                 | 8
			Could you compute 3 + 5 for me, please?                 | 8
			12.5% of 840, plus 7                                    | 112
			3 plus 5, minus 2                                       | 6
			12 divided by 4, times 3                                | 9
			Calculate 3 + 5, thanks                                 | 8
			Could you compute 3 + 5 for me please?                  | 8
			what's 7 times 8                                        | 56
			WHAT IS 7 MULTIPLIED BY 8                               | 56
			What does 7 over 8 equal?                               | 0.875
			100 divided by 8 equals                                 | 12.5
			What is 2 to the power of 10?                           | 1024
			5 squared plus 2 cubed                                  | 33
			5 plus 3 squared                                        | 14
			half of 10 plus the square root of 16                   | 9
			the square root of 16                                   | 4
			square root of the sum of 9 and 16                      | 5
			the square of 5                                         | 25
			sum of 3, 4 and 5                                       | 12
			sum of 3, 4, and 5                                      | 12
			the sum of 3,4,5                                        | 12
			the sum of 1,000 and 2,000                              | 3000
			Calculate 24/7*7                                        | 24
			Calculate 2024-11                                       | 2013
			one hundred five times two                              | 210
			What is the sum of 3 and 4?                             | 7
			the sum of 3 and 4, times 2                             | 14
			half of 3/4                                             | 0.375
			3/4 of 1/2                                              | 0.375
			3/4 times 1/2                                           | 0.375
			1/2 plus 1/4                                            | 0.75
			-3 cubed                                                | -27
			10 minus 3 squared                                      | 1
			2 to the power of (3 squared)                           | 512
			2 squared cubed                                         | 64
			the square of -3                                        | 9
			the product of 6 and 7 times 2                          | 84
			twice the sum of 3 and 4                                | 14
			half of the sum of 3 and 5                              | 4
			the product of 6 and 7                                  | 42
			the product of 6 and 7 minus 2                          | 40
			the difference between 10 and 4                         | 6
			the difference between 10 squared and 4 squared         | 84
			the quotient of 10 and 4                                | 2.5
			the average of 2, 4 and 9                               | 5
			the sum of the product of 2 and 3 and the product of 4 and 5 | 26
			3 plus 5 then times 2                                   | 16
			3 plus 5, then times 2                                  | 16
			3 + 5, and then divided by 4, then minus 1              | 1
			Add 3 and 5, then multiply by 2                         | 16
			Add 3 to 5                                              | 8
			Subtract 3 from 10                                      | 7
			Multiply 6 by 7                                         | 42
			Divide 100 by 8. Then subtract 2.                       | 10.5
			a third of 300                                          | 100
			3/4 of 80                                               | 60
			1 + 1/3 of 300                                          | 101
			10 mod 4                                                | 2
			10 modulo 4                                             | 2
			minus 5 plus 3                                          | -2
			negative 5 plus 3                                       | -2
			two plus two                                            | 4
			twenty-five times four                                  | 100
			one million two hundred thousand six divided by two     | 600003
			three point one four times 2                            | 6.28
			10% of 2 million                                        | 200000
			3 added to 5                                            | 8
			2 raised to the power of 10                             | 1024
			3 plus 5 is how much?                                   | 8
			the total of 1.5, 2.5 and 3                             | 7
			three times the sum of 4 and 5                          | 27
			10^2000 divided by 10^1999                              | 10
			the value of 3 + 5                                      | 8
			""")
	void english(String objective, String value) {
		assertThat(answer(objective)).isEqualTo(value);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			计算 (12.5 - 4) × 3 ÷ 2 等于多少            | 12.75
			计算（12.5 － 4）× 3 ÷ 2 等于多少？          | 12.75
			3加5再乘以2                               | 16
			3加5，再乘以2                              | 16
			3加5，然后乘以2，再减去4                      | 12
			先算3加5，再乘以2                           | 16
			3加5再乘以2加1                             | 17
			3加5乘以2                                 | 13
			3加5乘以2再减1                             | 12
			200的15%                                 | 30
			200的百分之十五                             | 30
			200加100的15%                             | 215
			200的15%是多少？                           | 30
			200的一半                                 | 100
			3加5的一半                                | 5.5
			3的平方加4的平方                            | 25
			2的立方                                   | 8
			2的10次方                                 | 1024
			2的十次方                                 | 1024
			16的平方根                                | 4
			根号16加1                                 | 5
			根号16的一半                               | 2
			3的2倍                                   | 6
			三的两倍                                  | 6
			300的三分之一                              | 100
			三分之一加三分之二                           | 1
			3与5之和                                  | 8
			3、4与5之和                               | 12
			3和5的和是多少                             | 8
			3与5之和乘以2                              | 16
			3加5的和乘以2                              | 16
			10减3与5的和                              | 2
			2乘3与5的和                               | 16
			10减4的差除以3                             | 2
			6与7的积                                  | 42
			20除以4的商加1                             | 6
			3与5之和的一半                             | 4
			3与5的和与2的积                            | 16
			2、4、9的平均数                            | 5
			3和5相加                                  | 8
			一千二百三十四点五 加 六                      | 1240.5
			一加一等于几                               | 2
			请计算一百零五减去二十                        | 85
			十五乘以两百                               | 3000
			三万五千加一亿零二百                         | 100035200
			5千加3百                                  | 5300
			2百万加1                                  | 2000001
			3+5=几                                    | 8
			（3加5）的一半                             | 4
			3的平方*4+2                               | 38
			200的15%+3                               | 33
			3 + 4的平方                               | 19
			1/2加1/4                                 | 0.75
			-8的立方                                  | -512
			二分之一除以四分之一                         | 2
			二分之一加百分之五十                         | 1
			计算三点五                                 | 3.5
			3万加5                                   | 30005
			1.5万乘以2                                | 30000
			一点五万减一                               | 14999
			负三加五                                  | 2
			二零二四减一                               | 2023
			零点五加零点二五                            | 0.75
			請計算 三萬 減 兩千 等於多少                  | 28000
			请问，3加5等于多少？                        | 8
			请帮我算一下 3+5                           | 8
			3加5等于                                  | 8
			3加5的结果是多少                            | 8
			3加5，等于多少？                            | 8
			3乘5，加2                                 | 17
			求3与5的积                                | 15
			10除以4                                  | 2.5
			10取模3                                  | 1
			""")
	void chinese(String objective, String value) {
		assertThat(answer(objective)).isEqualTo(value);
	}

	private static String answer(String objective) {
		return ExactPlanner.draw(objective, 20).map(ArithmeticRun::answer).orElse("not arithmetic");
	}

}
