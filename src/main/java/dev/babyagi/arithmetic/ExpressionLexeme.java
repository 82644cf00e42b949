package dev.babyagi.arithmetic;

/**
 * A lexeme of an expression.
 *
 * @param kind its kind
 * @param text its text; operators have their plain spelling
 * @param at its position in the expression, from 1
 */
record ExpressionLexeme(Kind kind, String text, int at) {

	boolean is(String symbol) {
		return this.kind != Kind.NUMBER && this.text.equals(symbol);
	}

	/** Returns the position after it, from 1. */
	int end() {
		return this.at + this.text.length();
	}

	/** Returns the lexeme as messages name it. */
	String said() {
		return (this.kind == Kind.END) ? "the end" : "'%s' at %d".formatted(this.text, this.at);
	}

	enum Kind {

		NUMBER, NAME, SYMBOL, END

	}

}
