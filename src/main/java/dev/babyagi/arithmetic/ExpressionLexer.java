package dev.babyagi.arithmetic;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.babyagi.arithmetic.ExpressionLexeme.Kind;

/**
 * Splits an expression into lexemes, in one pass.
 */
final class ExpressionLexer {

	private static final String SIGNS = "+-*/^%()[],<>=!";

	private static final List<String> TWO_SIGNS = List.of("**", "<=", ">=", "==", "!=", "<>");

	private final String expression;

	private int position;

	ExpressionLexer(String expression) {
		this.expression = expression;
	}

	/** Returns the lexemes, the last of which is {@link Kind#END}. */
	List<ExpressionLexeme> lexemes() {
		List<ExpressionLexeme> lexemes = new ArrayList<>();
		skipBlanks();
		while (this.position < this.expression.length()) {
			lexemes.add(next());
			skipBlanks();
		}
		lexemes.add(new ExpressionLexeme(Kind.END, "", this.position + 1));
		return lexemes;
	}

	private ExpressionLexeme next() {
		int start = this.position;
		char c = peek(0);
		if (isDigit(c) || (c == '.' && isDigit(peek(1)))) {
			skipNumber();
			return new ExpressionLexeme(Kind.NUMBER, this.expression.substring(start, this.position), start + 1);
		}
		if (isLetter(c)) {
			skipName();
			String name = this.expression.substring(start, this.position).toLowerCase(Locale.ROOT);
			return new ExpressionLexeme(Kind.NAME, name, start + 1);
		}
		return new ExpressionLexeme(Kind.SYMBOL, symbol(), start + 1);
	}

	private void skipNumber() {
		skipDigits();
		if (peek(0) == '.' && isDigit(peek(1))) {
			this.position++;
			skipDigits();
		}
		if (peek(0) == 'e' || peek(0) == 'E') {
			int sign = (peek(1) == '+' || peek(1) == '-') ? 1 : 0;
			if (isDigit(peek(1 + sign))) {
				this.position += 1 + sign;
				skipDigits();
			}
		}
	}

	private String symbol() {
		for (String two : TWO_SIGNS) {
			if (this.expression.startsWith(two, this.position)) {
				this.position += 2;
				return plain(two);
			}
		}
		char c = peek(0);
		String plain = plain(c);
		if (plain.isEmpty()) {
			throw new NotCalculable("""
					Unexpected character '%s' at %d; an expression is made of numbers, + - * / ^ %% mod, comparisons, \
					parentheses and functions""".formatted(printable(c), this.position + 1));
		}
		this.position++;
		return plain;
	}

	private static String plain(String two) {
		return switch (two) {
			case "**" -> "^";
			case "==" -> "=";
			case "<>" -> "!=";
			default -> two;
		};
	}

	private static String plain(char c) {
		return switch (c) {
			case '×' -> "*";
			case '÷' -> "/";
			case '\u2212' -> "-";
			case '≤' -> "<=";
			case '≥' -> ">=";
			case '≠' -> "!=";
			default -> (SIGNS.indexOf(c) >= 0) ? String.valueOf(c) : "";
		};
	}

	private static String printable(char c) {
		return (Character.isISOControl(c) || Character.isSurrogate(c)) ? "U+%04X".formatted((int) c)
				: String.valueOf(c);
	}

	private void skipDigits() {
		while (isDigit(peek(0))) {
			this.position++;
		}
	}

	private void skipName() {
		while (isLetter(peek(0)) || isDigit(peek(0)) || peek(0) == '_' || peek(0) == '.') {
			this.position++;
		}
	}

	private void skipBlanks() {
		while (Character.isWhitespace(peek(0))) {
			this.position++;
		}
	}

	private char peek(int ahead) {
		int index = this.position + ahead;
		return (index < this.expression.length()) ? this.expression.charAt(index) : '\0';
	}

	private static boolean isDigit(char c) {
		return c >= '0' && c <= '9';
	}

	private static boolean isLetter(char c) {
		return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
	}

}
