package dev.babyagi.arithmetic;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

import dev.babyagi.arithmetic.CalculatorValue.Amount;
import dev.babyagi.arithmetic.CalculatorValue.Series;
import dev.babyagi.arithmetic.CalculatorValue.Truth;

/**
 * Compares numbers, see {@link ExactArithmetic#compare}. A list is compared item by item
 * with one number, which gives a list of results.
 */
enum Comparison {

	LESS("<"), AT_MOST("<="), GREATER(">"), AT_LEAST(">="), EQUAL("="), UNEQUAL("!=");

	private final String symbol;

	Comparison(String symbol) {
		this.symbol = symbol;
	}

	static @Nullable Comparison of(ExpressionLexeme lexeme) {
		return Arrays.stream(values()).filter((comparison) -> lexeme.is(comparison.symbol)).findFirst().orElse(null);
	}

	CalculatorValue compare(CalculatorValue left, CalculatorValue right) {
		if (left instanceof Amount(var first) && right instanceof Amount(var second)) {
			return new Truth(holds(ExactArithmetic.compare(first, second)));
		}
		if (left instanceof Series(var items) && right instanceof Amount) {
			return new Series(items.stream().map((item) -> compare(item, right)).toList());
		}
		if (left instanceof Amount && right instanceof Series(var items)) {
			return new Series(items.stream().map((item) -> compare(left, item)).toList());
		}
		throw new NotCalculable("Numbers are compared with numbers, and a list with one number; found %s %s %s"
			.formatted(left.text(), this.symbol, right.text()));
	}

	private boolean holds(int order) {
		return switch (this) {
			case LESS -> order < 0;
			case AT_MOST -> order <= 0;
			case GREATER -> order > 0;
			case AT_LEAST -> order >= 0;
			case EQUAL -> order == 0;
			case UNEQUAL -> order != 0;
		};
	}

}
