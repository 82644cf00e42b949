package dev.babyagi.arithmetic;

/**
 * A piece of an expression.
 *
 * @param kind its kind
 * @param text as it is written, operators in their plain spelling
 * @param at its place in the expression, from 1
 */
record ExpressionLexeme(Kind kind, String text, int at) {

	boolean is(String symbol) {
		return this.kind != Kind.NUMBER && this.text.equals(symbol);
	}

	/** How a message calls it. */
	String said() {
		return (this.kind == Kind.END) ? "the end" : "'%s' at %d".formatted(this.text, this.at);
	}

	enum Kind {

		NUMBER, NAME, SYMBOL, END

	}

}
