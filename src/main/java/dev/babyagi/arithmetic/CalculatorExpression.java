package dev.babyagi.arithmetic;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

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
	public static final int MAX_DEPTH = 50;

	private final LexemeCursor lexemes;

	private int depth;

	/** The position after the last percentage, or 0. */
	private int percentageEnd;

	private CalculatorExpression(LexemeCursor lexemes) {
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
		CalculatorExpression expression = new CalculatorExpression(
				new LexemeCursor(new ExpressionLexer(text).lexemes()));
		CalculatorValue value = expression.comparison();
		if (expression.lexemes.peek().kind() != Kind.END) {
			throw expression.lexemes.unexpected("an operator");
		}
		return value;
	}

	private CalculatorValue comparison() {
		CalculatorValue left = sum();
		Comparison comparison = Comparison.of(this.lexemes.peek());
		if (comparison == null) {
			return left;
		}
		this.lexemes.next();
		return comparison.compare(left, sum());
	}

	private CalculatorValue sum() {
		CalculatorValue left = product();
		boolean percentage = isPercentage();
		while (isSign(this.lexemes.peek())) {
			ArithmeticOperator operator = this.lexemes.peek().is("+") ? ArithmeticOperator.ADD
					: ArithmeticOperator.SUBTRACT;
			CalculatorNumber first = number(left);
			this.lexemes.next();
			CalculatorNumber second = number(product());
			percentage &= isPercentage();
			if (isPercentage() && !percentage && first.decimal().compareTo(BigDecimal.ONE) != 0) {
				throw new NotCalculable("""
						The percentage before %s may be of 1 or of what stands before it; \
						200 + 10%% is written 200 + (10%%) or 200 * (1 + 10%%)"""
					.formatted(this.lexemes.peek().said()));
			}
			left = new Amount(operator.value(List.of(first, second)));
		}
		return left;
	}

	private CalculatorValue product() {
		CalculatorValue left = signed();
		while (true) {
			ArithmeticOperator operator = productOperator();
			if (operator == null) {
				return left;
			}
			CalculatorNumber first = number(left);
			this.lexemes.next();
			left = new Amount(operator.value(List.of(first, number(signed()))));
			this.percentageEnd = 0;
		}
	}

	private @Nullable ArithmeticOperator productOperator() {
		return switch (this.lexemes.peek().text()) {
			case "*" -> ArithmeticOperator.MULTIPLY;
			case "/" -> ArithmeticOperator.DIVIDE;
			case "mod" -> ArithmeticOperator.MODULO;
			default -> null;
		};
	}

	private CalculatorValue signed() {
		descend();
		CalculatorValue operand;
		if (this.lexemes.take("-")) {
			operand = new Amount(ExactArithmetic.negate(number(signed())));
		}
		else if (this.lexemes.take("+")) {
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
		if (this.lexemes.take("^")) {
			base = new Amount(ExactArithmetic.power(number(base), number(signed())));
			this.percentageEnd = 0;
		}
		return base;
	}

	private CalculatorValue percent() {
		CalculatorValue operand = primary();
		while (this.lexemes.take("%")) {
			operand = new Amount(ExactArithmetic.percent(number(operand)));
			refuseRemainder();
			this.percentageEnd = this.lexemes.position();
		}
		return operand;
	}

	/** {@code 10 % 3} and {@code 10 % -3} may ask for the remainder. */
	private void refuseRemainder() {
		if (beginsOperand(this.lexemes.peek())) {
			throw new NotCalculable("%% is per cent and needs an operator before %s; the remainder is written mod"
				.formatted(this.lexemes.peek().said()));
		}
		boolean apart = this.lexemes.behind(2).end() < this.lexemes.behind(1).at();
		if (isSign(this.lexemes.peek()) && (apart || this.lexemes.isNextAttached())) {
			throw new NotCalculable("""
					%% before %s may be per cent or the remainder; \
					10 %% -3 is written 10 mod -3 or (10%%) - 3""".formatted(this.lexemes.peek().said()));
		}
	}

	/** Whether a percentage that is no part of another operation was read last. */
	private boolean isPercentage() {
		return this.percentageEnd == this.lexemes.position();
	}

	private static boolean isSign(ExpressionLexeme lexeme) {
		return lexeme.is("+") || lexeme.is("-");
	}

	private CalculatorValue primary() {
		ExpressionLexeme lexeme = this.lexemes.peek();
		if (lexeme.kind() == Kind.NUMBER) {
			this.lexemes.next();
			return new Amount(number(lexeme));
		}
		if (lexeme.kind() == Kind.NAME && !lexeme.is("mod")) {
			this.lexemes.next();
			return named(lexeme);
		}
		if (this.lexemes.take("(")) {
			CalculatorValue inner = comparison();
			this.lexemes.expect(")");
			return inner;
		}
		if (this.lexemes.take("[")) {
			return new Series(CalculatorFunction.flatten(items("]")));
		}
		throw this.lexemes.unexpected("a number");
	}

	private CalculatorValue named(ExpressionLexeme name) {
		if (name.is("true") || name.is("false")) {
			return new Truth(name.is("true"));
		}
		CalculatorFunction function = CalculatorFunction.named(name.text());
		if (function == null || !this.lexemes.take("(")) {
			throw new NotCalculable("Unknown name %s; the functions are %s, written as max(3, 5)".formatted(name.said(),
					CalculatorFunction.names()));
		}
		return function.apply(items(")"));
	}

	private List<CalculatorValue> items(String end) {
		List<CalculatorValue> items = new ArrayList<>();
		if (this.lexemes.take(end)) {
			return items;
		}
		boolean groups = false;
		boolean blanks = false;
		do {
			items.add(comparison());
			groups |= this.lexemes.groupFollows();
			blanks |= this.lexemes.peek().is(",") && !this.lexemes.isNextAttached();
		}
		while (this.lexemes.take(","));
		this.lexemes.expect(end);
		if (groups && blanks) {
			throw new NotCalculable("A comma separates values and groups no digits: write 1234 for 1,234");
		}
		return items;
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
		throw new NotCalculable("A number was expected before %s, but %s was found"
			.formatted(this.lexemes.peek().said(), operand.text()));
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

}
