package dev.babyagi.planning;

/**
 * An operation of the calculator, and how it is written for it.
 */
enum ArithmeticOperator {

	ADD("+", 1), SUBTRACT("-", 1), MULTIPLY("*", 2), DIVIDE("/", 2), MODULO("mod", 2), NEGATE("-", 3), POWER("^", 4),
	PERCENT("%", 5), ROOT("sqrt", 6);

	private final String symbol;

	private final int tightness;

	ArithmeticOperator(String symbol, int tightness) {
		this.symbol = symbol;
		this.tightness = tightness;
	}

	/** The operation on operands that are parenthesised already where they must be. */
	String write(String... operands) {
		return switch (this) {
			case ADD, SUBTRACT, MULTIPLY, DIVIDE, MODULO, POWER -> operands[0] + " " + this.symbol + " " + operands[1];
			case NEGATE -> this.symbol + operands[0];
			case PERCENT -> operands[0] + this.symbol;
			case ROOT -> this.symbol + "(" + operands[0] + ")";
		};
	}

	/** Whether an operation of this kind needs parentheses as the given operand. */
	boolean needsParentheses(ArithmeticOperator outer, int operand) {
		return switch (outer) {
			case ADD, SUBTRACT, MULTIPLY, DIVIDE, MODULO ->
				(operand == 0) ? this.tightness < outer.tightness : this.tightness <= outer.tightness;
			case NEGATE, POWER, PERCENT -> true;
			case ROOT -> false;
		};
	}

	/** How much deeper the calculator nests for an operation of this kind. */
	int nesting() {
		return switch (this) {
			case ADD, SUBTRACT, MULTIPLY, DIVIDE, MODULO, PERCENT -> 0;
			case NEGATE, POWER, ROOT -> 1;
		};
	}

}
