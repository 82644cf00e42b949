package dev.babyagi.arithmetic;

import java.util.List;

import dev.babyagi.arithmetic.ExpressionLexeme.Kind;

/**
 * The lexemes of an expression with a reading position.
 */
final class LexemeCursor {

	private final List<ExpressionLexeme> lexemes;

	private int position;

	LexemeCursor(List<ExpressionLexeme> lexemes) {
		this.lexemes = lexemes;
	}

	int position() {
		return this.position;
	}

	ExpressionLexeme peek() {
		return this.lexemes.get(this.position);
	}

	/** Returns a lexeme that was read: the last one for 1, the one before it for 2. */
	ExpressionLexeme behind(int count) {
		return this.lexemes.get(this.position - count);
	}

	void next() {
		this.position++;
	}

	boolean take(String symbol) {
		boolean taken = peek().is(symbol);
		if (taken) {
			this.position++;
		}
		return taken;
	}

	void expect(String symbol) {
		if (!take(symbol)) {
			throw unexpected("'" + symbol + "'");
		}
	}

	NotCalculable unexpected(String wanted) {
		return new NotCalculable("Expected %s, but found %s".formatted(wanted, peek().said()));
	}

	/** Whether there are no blanks behind the next lexeme. */
	boolean isNextAttached() {
		return peek().end() == afterNext().at();
	}

	/** Whether a comma and three digits follow a number without blanks. */
	boolean groupFollows() {
		ExpressionLexeme group = afterNext();
		return peek().is(",") && behind(1).kind() == Kind.NUMBER && behind(1).end() == peek().at()
				&& group.kind() == Kind.NUMBER && isNextAttached() && group.text().length() == 3
				&& group.text().chars().allMatch(Character::isDigit);
	}

	private ExpressionLexeme afterNext() {
		return this.lexemes.get(Math.min(this.position + 1, this.lexemes.size() - 1));
	}

}
