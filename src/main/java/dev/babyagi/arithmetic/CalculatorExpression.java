package dev.babyagi.arithmetic;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import dev.babyagi.arithmetic.CalculatorValue.Amount;
import dev.babyagi.arithmetic.CalculatorValue.Series;
import dev.babyagi.arithmetic.CalculatorValue.Truth;
import dev.babyagi.arithmetic.ExpressionLexeme.Kind;

/**
 * Parses an expression and computes its value in the same pass, by recursive descent of
 * bounded depth. From the loosest to the tightest: comparison; {@code + -}; {@code * /
 * mod}; sign; {@code ^}, which is right-associative; {@code %} after a number.
 */
public final class CalculatorExpression {

	/**
	 * The most characters of an expression. They hold four fractions of the most digits,
	 * and bound the time that a calculation takes.
	 */
	public static final int MAX_LENGTH = 10_000;

	/** The deepest nesting, far below the limit of the stack. */
	static final int MAX_DEPTH = 50;

	private final List<ExpressionLexeme> lexemes;

	private int position;

	private int depth;

	private CalculatorExpression(List<ExpressionLexeme> lexemes) {
		this.lexemes = lexemes;
	}

	/**
	 * Returns the value of an expression.
	 * @throws NotCalculable if the expression cannot be parsed or has no value
	 */
	public static CalculatorValue value(String text) {
		if (text.length() > MAX_LENGTH) {
			throw new NotCalculable("The expression has %,d characters, but at most %,d are allowed"
				.formatted(text.length(), MAX_LENGTH));
		}
		CalculatorExpression expression = new CalculatorExpression(new ExpressionLexer(text).lexemes());
		CalculatorValue value = expression.comparison();
		if (expression.peek().kind() != Kind.END) {
			throw expression.unexpected("an operator");
		}
		return value;
	}

	private CalculatorValue comparison() {
		CalculatorValue left = sum();
		Comparison comparison = Comparison.of(peek());
		if (comparison == null) {
			return left;
		}
		this.position++;
		return comparison.compare(left, sum());
	}

	private CalculatorValue sum() {
		CalculatorValue left = product();
		while (true) {
			if (take("+")) {
				left = new Amount(ExactArithmetic.add(number(left), number(product())));
			}
			else if (take("-")) {
				left = new Amount(ExactArithmetic.subtract(number(left), number(product())));
			}
			else {
				return left;
			}
		}
	}

	private CalculatorValue product() {
		CalculatorValue left = signed();
		while (true) {
			if (take("*")) {
				left = new Amount(ExactArithmetic.multiply(number(left), number(signed())));
			}
			else if (take("/")) {
				left = new Amount(ExactArithmetic.divide(number(left), number(signed())));
			}
			else if (take("mod")) {
				left = new Amount(ExactArithmetic.modulo(number(left), number(signed())));
			}
			else {
				return left;
			}
		}
	}

	private CalculatorValue signed() {
		descend();
		CalculatorValue operand;
		if (take("-")) {
			operand = new Amount(ExactArithmetic.negate(number(signed())));
		}
		else if (take("+")) {
			operand = new Amount(number(signed()));
		}
		else {
			operand = power();
		}
		this.depth--;
		return operand;
	}

	private CalculatorValue power() {
		CalculatorValue base = percent();
		if (take("^")) {
			return new Amount(ExactArithmetic.power(number(base), number(signed())));
		}
		return base;
	}

	private CalculatorValue percent() {
		CalculatorValue operand = primary();
		while (take("%")) {
			operand = new Amount(ExactArithmetic.percent(number(operand)));
			if (beginsOperand(peek())) {
				throw new NotCalculable("%% is per cent and needs an operator before %s; the remainder is written mod"
					.formatted(peek().said()));
			}
		}
		return operand;
	}

	private CalculatorValue primary() {
		ExpressionLexeme lexeme = peek();
		if (lexeme.kind() == Kind.NUMBER) {
			this.position++;
			return new Amount(number(lexeme));
		}
		if (lexeme.kind() == Kind.NAME && !lexeme.is("mod")) {
			this.position++;
			return named(lexeme);
		}
		if (take("(")) {
			CalculatorValue inner = comparison();
			expect(")");
			return inner;
		}
		if (take("[")) {
			return new Series(CalculatorFunction.flatten(items("]")));
		}
		throw unexpected("a number");
	}

	private CalculatorValue named(ExpressionLexeme name) {
		if (name.is("true") || name.is("false")) {
			return new Truth(name.is("true"));
		}
		CalculatorFunction function = CalculatorFunction.named(name.text());
		if (function == null || !take("(")) {
			throw new NotCalculable("Unknown name %s; the functions are %s, written as max(3, 5)".formatted(name.said(),
					CalculatorFunction.names()));
		}
		return function.apply(items(")"));
	}

	private List<CalculatorValue> items(String end) {
		List<CalculatorValue> items = new ArrayList<>();
		if (take(end)) {
			return items;
		}
		boolean groups = false;
		boolean blanks = false;
		do {
			items.add(comparison());
			groups |= groupFollows();
			blanks |= peek().is(",") && this.lexemes.get(this.position + 1).at() > peek().at() + 1;
		}
		while (take(","));
		expect(end);
		if (groups && blanks) {
			throw new NotCalculable("A comma separates values and groups no digits: write 1234 for 1,234");
		}
		return items;
	}

	/** Whether a comma and three digits follow a number without blanks. */
	private boolean groupFollows() {
		ExpressionLexeme comma = peek();
		ExpressionLexeme before = this.lexemes.get(this.position - 1);
		ExpressionLexeme behind = this.lexemes.get(Math.min(this.position + 1, this.lexemes.size() - 1));
		return comma.is(",") && before.kind() == Kind.NUMBER && before.at() + before.text().length() == comma.at()
				&& behind.kind() == Kind.NUMBER && behind.at() == comma.at() + 1 && behind.text().length() == 3
				&& behind.text().chars().allMatch(Character::isDigit);
	}

	private static CalculatorNumber number(ExpressionLexeme lexeme) {
		if (lexeme.text().length() > 1 && lexeme.text().charAt(0) == '0'
				&& Character.isDigit(lexeme.text().charAt(1))) {
			throw new NotCalculable(
					"%s begins with 0, and a comma groups no digits: write 1000 for 1,000".formatted(lexeme.said()));
		}
		int exponentAt = lexeme.text().replace('E', 'e').indexOf('e');
		if (exponentAt >= 0 && lexeme.text().length() - exponentAt > "e-09999".length()) {
			throw new NotCalculable("The exponent of %s is beyond 9,999".formatted(lexeme.said()));
		}
		return CalculatorNumber.of(new BigDecimal(lexeme.text()));
	}

	private CalculatorNumber number(CalculatorValue operand) {
		if (operand instanceof Amount(CalculatorNumber number)) {
			return number;
		}
		throw new NotCalculable(
				"A number was expected before %s, but %s was found".formatted(peek().said(), operand.text()));
	}

	private static boolean beginsOperand(ExpressionLexeme lexeme) {
		return switch (lexeme.kind()) {
			case NUMBER -> true;
			case NAME -> !lexeme.is("mod");
			case SYMBOL -> lexeme.is("(") || lexeme.is("[");
			case END -> false;
		};
	}

	private void descend() {
		if (++this.depth > MAX_DEPTH) {
			throw new NotCalculable("The expression is nested more than %d deep".formatted(MAX_DEPTH));
		}
	}

	private boolean take(String symbol) {
		boolean taken = peek().is(symbol);
		if (taken) {
			this.position++;
		}
		return taken;
	}

	private void expect(String symbol) {
		if (!take(symbol)) {
			throw unexpected("'" + symbol + "'");
		}
	}

	private ExpressionLexeme peek() {
		return this.lexemes.get(this.position);
	}

	private NotCalculable unexpected(String wanted) {
		return new NotCalculable("Expected %s, but found %s".formatted(wanted, peek().said()));
	}

}
