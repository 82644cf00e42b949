package dev.babyagi.arithmetic;

import java.util.List;

/**
 * A part of a formula.
 */
public sealed interface ArithmeticTerm {

	/**
	 * A number as the calculator reads it.
	 *
	 * @param text such as {@code 3}, {@code -2} or {@code 12.5%}
	 */
	record Literal(String text) implements ArithmeticTerm {

	}

	/**
	 * One operation.
	 *
	 * @param index its place in the order of evaluation, from 0
	 * @param operator what is done
	 * @param operands with what, in order
	 */
	record Operation(int index, ArithmeticOperator operator, List<ArithmeticTerm> operands) implements ArithmeticTerm {

		public Operation {
			operands = List.copyOf(operands);
		}

	}

}
