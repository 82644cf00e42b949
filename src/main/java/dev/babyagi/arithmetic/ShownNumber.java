package dev.babyagi.arithmetic;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * How a number is shown: an integer of up to 40 digits whole, and any other number with
 * 34 significant digits (those of IEEE 754 decimal128) and without trailing zeros.
 */
public final class ShownNumber {

	private static final int MAX_PLAIN_DIGITS = 40;

	private ShownNumber() {
	}

	/** Returns the number rounded to the digits that are shown. */
	public static BigDecimal rounded(BigDecimal number) {
		boolean whole = number.signum() == 0 || (number.stripTrailingZeros().scale() <= 0
				&& plainDigits(number.stripTrailingZeros()) <= MAX_PLAIN_DIGITS);
		return (whole ? number : number.round(MathContext.DECIMAL128)).stripTrailingZeros();
	}

	/**
	 * Returns the number as text: in plain notation up to 40 digits, and in scientific
	 * notation beyond.
	 */
	public static String text(BigDecimal number) {
		BigDecimal shown = rounded(number);
		return (plainDigits(shown) <= MAX_PLAIN_DIGITS) ? shown.toPlainString() : shown.toString();
	}

	private static long plainDigits(BigDecimal number) {
		long beforePoint = Math.max(1, (long) number.precision() - number.scale());
		return beforePoint + Math.max(0, number.scale());
	}

}
