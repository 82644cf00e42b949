package dev.babyagi.planning.question;

import java.util.List;

/**
 * A part of a formula.
 */
public sealed interface ArithmeticTerm {

	/**
	 * A number in the notation of the calculator.
	 *
	 * @param text such as {@code 3}, {@code -2} or {@code 12.5%}
	 */
	record Literal(String text) implements ArithmeticTerm {

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
