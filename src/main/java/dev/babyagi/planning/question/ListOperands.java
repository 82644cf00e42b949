package dev.babyagi.planning.question;

import java.math.BigDecimal;
import java.util.List;

import dev.babyagi.arithmetic.ArithmeticExpression.Draft;
import dev.babyagi.arithmetic.ArithmeticOperator;
import dev.babyagi.arithmetic.ArithmeticTerm;
import dev.babyagi.arithmetic.ArithmeticTerm.Literal;

/**
 * Turns the members of a list and its name, such as "sum", into operations.
 */
final class ListOperands {

	private final Draft draft;

	ListOperands(Draft draft) {
		this.draft = draft;
	}

	/**
	 * Returns the sum, product, difference, quotient or average of the members.
	 * @throws NotArithmetic if the name does not fit the members
	 */
	ArithmeticTerm combined(ArithmeticWord name, List<ArithmeticTerm> members) {
		return switch (name) {
			case SUM_OF, TOTAL -> folded(ArithmeticOperator.ADD, members);
			case PRODUCT_OF, PRODUCT -> folded(ArithmeticOperator.MULTIPLY, members);
			case QUOTIENT_OF, QUOTIENT -> folded(ArithmeticOperator.DIVIDE, pairOf(members));
			case DIFFERENCE_OF, DIFFERENCE -> folded(ArithmeticOperator.SUBTRACT, largerFirst(pairOf(members)));
			case AVERAGE_OF, AVERAGE -> this.draft.operation(ArithmeticOperator.DIVIDE,
					folded(ArithmeticOperator.ADD, members), Integer.toString(members.size()));
			default -> throw new NotArithmetic();
		};
	}

	private ArithmeticTerm folded(ArithmeticOperator operator, List<ArithmeticTerm> members) {
		ArithmeticTerm left = members.getFirst();
		for (ArithmeticTerm member : members.subList(1, members.size())) {
			left = this.draft.operation(operator, left, member);
		}
		return left;
	}

	private static List<ArithmeticTerm> pairOf(List<ArithmeticTerm> members) {
		if (members.size() != 2) {
			throw new NotArithmetic();
		}
		return members;
	}

	/**
	 * The larger number comes first, because the difference between 3 and 10 may be 7 or
	 * -7.
	 */
	private static List<ArithmeticTerm> largerFirst(List<ArithmeticTerm> pair) {
		if (pair.getFirst() instanceof Literal(String first) && pair.getLast() instanceof Literal(String second)
				&& plain(first).compareTo(plain(second)) < 0) {
			throw new NotArithmetic();
		}
		return pair;
	}

	private static BigDecimal plain(String literal) {
		boolean percent = literal.endsWith("%");
		String digits = percent ? literal.substring(0, literal.length() - 1) : literal;
		if (digits.indexOf('e') >= 0) {
			throw new NotArithmetic();
		}
		return percent ? new BigDecimal(digits).movePointLeft(2) : new BigDecimal(digits);
	}

}
