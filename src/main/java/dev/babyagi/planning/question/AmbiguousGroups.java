package dev.babyagi.planning.question;

import java.util.List;

/**
 * Refuses texts in which it is not clear what a word or a sign takes, whether there are
 * spaces or not. "Square root of 9 / 16" means the root of the fraction to people, and by
 * the rules of precedence it is a sixteenth of the root of 9.
 */
final class AmbiguousGroups {

	private final List<ArithmeticToken> tokens;

	private AmbiguousGroups(List<ArithmeticToken> tokens) {
		this.tokens = tokens;
	}

	/**
	 * Looks at everything that stands behind a number.
	 * @throws NotArithmetic if one of them can be read in two ways
	 */
	static void refuse(List<ArithmeticToken> tokens) {
		AmbiguousGroups groups = new AmbiguousGroups(tokens);
		for (int i = 1; i < tokens.size() - 1; i++) {
			if (groups.word(i - 1) == ArithmeticWord.NUMBER && groups.isAmbiguous(i)) {
				throw new NotArithmetic();
			}
		}
	}

	private boolean isAmbiguous(int operator) {
		ArithmeticWord before = word(operator - 2);
		return switch (word(operator)) {
			case OVER -> takesPart(before) || (isTight(operator)
					&& (splitsFraction(operator - 2) || word(operator + 2) == ArithmeticWord.PERCENT));
			case TIMES, LETTER_X -> takesPart(before);
			case MODULO -> takesPart(before) || takesShare(before);
			case POWER -> word(operator + 2) == ArithmeticWord.PERCENT;
			case PERCENT -> before == ArithmeticWord.RADICAL;
			default -> false;
		};
	}

	/** A phrase that would take the first number only. */
	private static boolean takesPart(ArithmeticWord word) {
		return switch (word) {
			case ROOT_OF, SQUARE_OF, CUBE_OF -> true;
			default -> false;
		};
	}

	/** A phrase that takes a share of the first number, or of what is left of it. */
	private static boolean takesShare(ArithmeticWord word) {
		return switch (word) {
			case OF, HALF_OF, THIRD_OF, QUARTER_OF, TWICE -> true;
			default -> false;
		};
	}

	/** A sign that would take the numerator only, as in {@code 16^1/2}. */
	private boolean splitsFraction(int index) {
		return switch (word(index)) {
			case RADICAL, POWER -> true;
			case MINUS -> !word(index - 1).endsOperand() && splitsFraction(index - 1);
			case OVER -> this.tokens.get(index).text().equals("÷");
			default -> false;
		};
	}

	private boolean isTight(int index) {
		return this.tokens.get(index).text().equals("/") && this.tokens.get(index - 1).attached()
				&& this.tokens.get(index).attached();
	}

	private ArithmeticWord word(int index) {
		return (index >= 0 && index < this.tokens.size()) ? this.tokens.get(index).word() : ArithmeticWord.END;
	}

}
