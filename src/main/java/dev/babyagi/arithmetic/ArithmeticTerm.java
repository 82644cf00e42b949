package dev.babyagi.arithmetic;

import java.math.BigDecimal;
import java.util.List;

/**
 * A part of an expression.
 */
public sealed interface ArithmeticTerm {

	/**
	 * A number in the notation of the calculator.
	 *
	 * @param text such as {@code 3}, {@code -2} or {@code 12.5%}
	 */
	record Literal(String text) implements ArithmeticTerm {

		/**
		 * Returns the number.
		 * @throws NotCalculable if it is beyond the caps of the calculator
		 */
		CalculatorNumber value() {
			boolean percent = this.text.endsWith("%");
			String digits = percent ? this.text.substring(0, this.text.length() - 1) : this.text;
			try {
				CalculatorNumber number = CalculatorNumber.of(new BigDecimal(digits));
				return percent ? ExactArithmetic.percent(number) : number;
			}
			catch (NumberFormatException ex) {
				throw new NotCalculable("The exponent of %s is beyond 9,999".formatted(digits));
			}
		}

	}

	/**
	 * An operation.
	 *
	 * @param index its place in the order of evaluation, from 0
	 * @param operator its operator
	 * @param operands its operands, in order
	 */
	record Operation(int index, ArithmeticOperator operator, List<ArithmeticTerm> operands) implements ArithmeticTerm {

		public Operation {
			operands = List.copyOf(operands);
		}

	}

}
