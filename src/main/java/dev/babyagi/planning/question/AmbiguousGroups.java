package dev.babyagi.planning.question;

import java.util.List;

/**
 * Refuses texts in which numbers that are written close together would be taken apart by
 * a word beside them. "Square root of 9/16" means the root of the fraction to people, and
 * by the rules of precedence it is a sixteenth of the root of 9.
 */
final class AmbiguousGroups {

	private final List<ArithmeticToken> tokens;

	private AmbiguousGroups(List<ArithmeticToken> tokens) {
		this.tokens = tokens;
	}

	/**
	 * Looks at every operator between two numbers.
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
			case OVER ->
				takesPart(before) || (isTight(operator) && (splitsBefore(operator - 2) || splitsAfter(operator + 2)));
			case TIMES, LETTER_X, MODULO -> takesPart(before);
			case PLUS, MINUS -> isTight(operator)
					&& (takesPart(before) || isProductInWords(operator - 2) || isProductInWords(operator + 2));
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

	/** What would take the numerator only, as the first sign in {@code 12 / 3/4}. */
	private boolean splitsBefore(int index) {
		return switch (word(index)) {
			case RADICAL, POWER -> true;
			case OVER, MODULO -> !isTight(index);
			default -> false;
		};
	}

	/** What would take the denominator only, as the word in "3/4 squared". */
	private boolean splitsAfter(int index) {
		return switch (word(index)) {
			case SQUARED, CUBED, HALVED, ROOTED, HAS, PERCENT -> true;
			case POWER -> !isTight(index);
			default -> false;
		};
	}

	private boolean isProductInWords(int index) {
		return switch (word(index)) {
			case TIMES, OVER, MODULO -> text(index).length() > 1;
			default -> false;
		};
	}

	/** Whether a sign stands between its operands without blanks. */
	private boolean isTight(int index) {
		boolean sign = text(index).length() <= 2 && "+-*/^".indexOf(text(index).charAt(0)) >= 0;
		return sign && index > 0 && this.tokens.get(index - 1).attached() && this.tokens.get(index).attached();
	}

	private ArithmeticWord word(int index) {
		return (index >= 0 && index < this.tokens.size()) ? this.tokens.get(index).word() : ArithmeticWord.END;
	}

	private String text(int index) {
		return (index >= 0 && index < this.tokens.size()) ? this.tokens.get(index).text() : "";
	}

}
