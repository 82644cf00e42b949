package dev.babyagi.planning.question;

/**
 * Normalizes a text: lower case, half-width and simplified characters, plain signs,
 * single spaces. The meaning of the text does not change.
 */
final class ArithmeticText {

	/** Pairs of a spelling and its plain form. */
	private static final String VARIANTS = "\u2212-×*∗*∕/’'〇零。.減减計计於于請请點点萬万億亿兩两負负" + "與与號号幾几麼么後后結结問问訴诉幫帮數数値值總总積积冪幂為为開开";

	/** Full-width forms have the same order as ASCII. */
	private static final int FULL_WIDTH_OFFSET = '\uff01' - '!';

	private ArithmeticText() {
	}

	static String uniform(String text) {
		StringBuilder uniform = new StringBuilder(text.length());
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (isBlank(c)) {
				addBlank(uniform, c == '\n' || c == '\r');
			}
			else {
				uniform.append(Character.toLowerCase((c == '，') ? comma(text, i) : plain(c)));
			}
		}
		return uniform.toString().strip();
	}

	private static void addBlank(StringBuilder uniform, boolean newLine) {
		int last = uniform.length() - 1;
		boolean afterBlank = last >= 0 && isBlank(uniform.charAt(last));
		if (!afterBlank) {
			uniform.append(newLine ? '\n' : ' ');
		}
		else if (newLine) {
			uniform.setCharAt(last, '\n');
		}
	}

	/** A comma between full-width digits groups them; elsewhere it separates. */
	private static char comma(String text, int at) {
		boolean groups = at > 0 && at + 1 < text.length() && isFullWidthDigit(text.charAt(at - 1))
				&& isFullWidthDigit(text.charAt(at + 1));
		return groups ? ',' : '、';
	}

	private static char plain(char c) {
		if (c >= '\uff01' && c <= '\uff5e') {
			return (char) (c - FULL_WIDTH_OFFSET);
		}
		int variant = (c > '~') ? VARIANTS.indexOf(c) : -1;
		return (variant >= 0 && variant % 2 == 0) ? VARIANTS.charAt(variant + 1) : c;
	}

	private static boolean isFullWidthDigit(char c) {
		return c >= '０' && c <= '９';
	}

	private static boolean isBlank(char c) {
		return Character.isWhitespace(c) || Character.isSpaceChar(c);
	}

}
