package dev.babyagi.arithmetic;

import java.util.List;

/**
 * An operation of the calculator, and how it is written.
 */
public enum ArithmeticOperator {

	ADD("+", 1), SUBTRACT("-", 1), MULTIPLY("*", 2), DIVIDE("/", 2), MODULO("mod", 2), NEGATE("-", 3), POWER("^", 4),
	PERCENT("%", 5), ROOT("sqrt", 6);

	private final String symbol;

	private final int tightness;

	ArithmeticOperator(String symbol, int tightness) {
		this.symbol = symbol;
		this.tightness = tightness;
	}

	/**
	 * Returns the value of the operation.
	 * @throws NotCalculable if it has none
	 */
	CalculatorNumber value(List<CalculatorNumber> operands) {
		CalculatorNumber first = operands.getFirst();
		CalculatorNumber last = operands.getLast();
		return switch (this) {
			case ADD -> ExactArithmetic.add(first, last);
			case SUBTRACT -> ExactArithmetic.subtract(first, last);
			case MULTIPLY -> ExactArithmetic.multiply(first, last);
			case DIVIDE -> ExactArithmetic.divide(first, last);
			case MODULO -> ExactArithmetic.modulo(first, last);
			case NEGATE -> ExactArithmetic.negate(first);
			case POWER -> ExactArithmetic.power(first, last);
			case PERCENT -> ExactArithmetic.percent(first);
			case ROOT -> ExactArithmetic.squareRoot(first);
		};
	}

	/**
	 * Writes the operation around its first operand, in place. Operands that need
	 * parentheses already have them.
	 */
	public void write(StringBuilder first, CharSequence second) {
		switch (this) {
			case ADD, SUBTRACT, MULTIPLY, DIVIDE, MODULO, POWER ->
				first.append(' ').append(this.symbol).append(' ').append(second);
			case NEGATE -> first.insert(0, this.symbol);
			case PERCENT -> first.append(this.symbol);
			case ROOT -> first.insert(0, this.symbol + "(").append(')');
		}
	}

	/** Returns the most characters that the operation adds to its operands. */
	public int length() {
		return this.symbol.length() + 2;
	}

	/**
	 * Returns whether an operation of this kind needs parentheses as the given operand. A
	 * percentage that is added needs them because {@code 200 + 10%} has two readings.
	 */
	public boolean needsParentheses(ArithmeticOperator outer, int operand) {
		return switch (outer) {
			case ADD, SUBTRACT, MULTIPLY, DIVIDE, MODULO -> (operand == 0) ? this.tightness < outer.tightness
					: (this.tightness <= outer.tightness || (this == PERCENT && outer.tightness == 1));
			case NEGATE, POWER, PERCENT -> true;
			case ROOT -> false;
		};
	}

	/**
	 * Returns whether a sign at its beginning belongs to the first operand.
	 */
	public boolean separates() {
		return switch (this) {
			case ADD, SUBTRACT, MULTIPLY, DIVIDE, MODULO, ROOT -> true;
			case NEGATE, POWER, PERCENT -> false;
		};
	}

	/**
	 * Returns how many levels of nesting an operation of this kind adds in the
	 * calculator.
	 */
	public int nesting() {
		return switch (this) {
			case ADD, SUBTRACT, MULTIPLY, DIVIDE, MODULO, PERCENT -> 0;
			case NEGATE, POWER, ROOT -> 1;
		};
	}

}
