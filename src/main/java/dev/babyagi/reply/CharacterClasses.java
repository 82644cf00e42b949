package dev.babyagi.reply;

/**
 * Classifies characters for finding numbers in a text.
 */
public final class CharacterClasses {

	private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

	private CharacterClasses() {
	}

	static boolean isDigit(char symbol) {
		return symbol >= '0' && symbol <= '9';
	}

	/** A letter of a script that separates its words. */
	static boolean isLetter(char symbol) {
		return Character.isLetter(symbol) && !isHan(symbol);
	}

	static boolean isHan(char symbol) {
		return Character.isIdeographic(symbol) || (symbol >= '\u3040' && symbol <= '\u30FF');
	}

	public static boolean isWordPart(char symbol) {
		return isDigit(symbol) || isLetter(symbol) || symbol == '_';
	}

	static boolean isCurrency(char symbol) {
		return Character.getType(symbol) == Character.CURRENCY_SYMBOL;
	}

	/** A separator between thousands: a comma or a non-breaking space. */
	static boolean isGroupSeparator(char symbol) {
		return symbol == ',' || symbol == '\u00A0' || symbol == '\u202F' || symbol == '\u2009';
	}

	/** Returns the value of a raised digit, or -1. */
	static int superscript(char symbol) {
		return SUPERSCRIPTS.indexOf(symbol);
	}

	/**
	 * Replaces full-width digits, points, signs and percent signs, and the true minus, by
	 * their plain forms. Positions stay the same.
	 */
	static String halfWidth(String text) {
		StringBuilder half = new StringBuilder(text.length());
		for (int index = 0; index < text.length(); index++) {
			half.append(halfWidth(text.charAt(index)));
		}
		return half.toString();
	}

	private static char halfWidth(char symbol) {
		return switch (symbol) {
			case '\uFF0E' -> '.';
			case '\uFF05' -> '%';
			case '\uFF0D', '\u2212' -> '-';
			default -> (symbol >= '\uFF10' && symbol <= '\uFF19') ? (char) (symbol - '\uFF10' + '0') : symbol;
		};
	}

}
