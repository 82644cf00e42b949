package dev.babyagi.planning;

import java.util.Optional;

import dev.babyagi.planning.ArithmeticFormula.Draft;
import dev.babyagi.planning.ArithmeticTerm.Literal;

/**
 * Reads a text as a formula: numbers, {@code + - * / ^}, parentheses and signs.
 */
final class ArithmeticReader {

	private static final int MAX_DEPTH = 50;

	private final String text;

	private final Draft draft = new Draft();

	private int position;

	private int depth;

	private ArithmeticReader(String text) {
		this.text = text;
	}

	static Optional<ArithmeticFormula> read(String text) {
		ArithmeticReader reader = new ArithmeticReader(text.strip());
		try {
			ArithmeticTerm result = reader.sum();
			return reader.atEnd() ? Optional.of(reader.draft.finish(result)) : Optional.empty();
		}
		catch (Unread ex) {
			return Optional.empty();
		}
	}

	private ArithmeticTerm sum() {
		ArithmeticTerm left = product();
		while (true) {
			if (take('+')) {
				left = this.draft.operation(ArithmeticOperator.ADD, left, product());
			}
			else if (take('-')) {
				left = this.draft.operation(ArithmeticOperator.SUBTRACT, left, product());
			}
			else {
				return left;
			}
		}
	}

	private ArithmeticTerm product() {
		ArithmeticTerm left = signed();
		while (true) {
			if (take('*')) {
				left = this.draft.operation(ArithmeticOperator.MULTIPLY, left, signed());
			}
			else if (take('/')) {
				left = this.draft.operation(ArithmeticOperator.DIVIDE, left, signed());
			}
			else {
				return left;
			}
		}
	}

	private ArithmeticTerm signed() {
		if (++this.depth > MAX_DEPTH) {
			throw new Unread();
		}
		ArithmeticTerm term = take('-') ? this.draft.operation(ArithmeticOperator.NEGATE, signed()) : power();
		this.depth--;
		return term;
	}

	private ArithmeticTerm power() {
		ArithmeticTerm base = primary();
		return take('^') ? this.draft.operation(ArithmeticOperator.POWER, base, signed()) : base;
	}

	private ArithmeticTerm primary() {
		if (take('(')) {
			ArithmeticTerm inner = sum();
			if (!take(')')) {
				throw new Unread();
			}
			return inner;
		}
		int start = this.position;
		while (!atEnd() && (Character.isDigit(peek()) || peek() == '.')) {
			this.position++;
		}
		String number = this.text.substring(start, this.position);
		if (!number.matches("\\d+(\\.\\d+)?")) {
			throw new Unread();
		}
		return new Literal(number);
	}

	private boolean take(char symbol) {
		while (!atEnd() && Character.isWhitespace(peek())) {
			this.position++;
		}
		boolean taken = !atEnd() && peek() == symbol;
		if (taken) {
			this.position++;
			while (!atEnd() && Character.isWhitespace(peek())) {
				this.position++;
			}
		}
		return taken;
	}

	private char peek() {
		return this.text.charAt(this.position);
	}

	private boolean atEnd() {
		return this.position == this.text.length();
	}

	private static final class Unread extends RuntimeException {

		Unread() {
			super("Not arithmetic", null, false, false);
		}

	}

}
