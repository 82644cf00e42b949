package dev.babyagi.arithmetic;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The decimal arithmetic of the calculator. It calculates with 50 digits, shows 34 (those
 * of IEEE 754 decimal128), and refuses numbers whose decimal exponent is beyond 9,999.
 */
final class DecimalRounding {

	/** 34 digits are promised; 16 more keep {@code 1/3*3} at 1. */
	static final MathContext WORKING = new MathContext(50, RoundingMode.HALF_EVEN);

	/**
	 * Bounds the work of one operation, because computing a larger power cannot be
	 * interrupted.
	 */
	static final int MAX_EXPONENT = 9_999;

	private static final int MAX_PLAIN_DIGITS = 40;

	private DecimalRounding() {
	}

	static BigDecimal add(BigDecimal left, BigDecimal right) {
		return within(left.add(right, WORKING));
	}

	static BigDecimal subtract(BigDecimal left, BigDecimal right) {
		return within(left.subtract(right, WORKING));
	}

	static BigDecimal multiply(BigDecimal left, BigDecimal right) {
		return within(left.multiply(right, WORKING));
	}

	static BigDecimal divide(BigDecimal left, BigDecimal right) {
		if (right.signum() == 0) {
			throw divisionByZero(left, "/", right);
		}
		return within(left.divide(right, WORKING));
	}

	/**
	 * Returns the remainder of the division rounded down; it has the sign of the divisor.
	 */
	static BigDecimal modulo(BigDecimal left, BigDecimal right) {
		if (right.signum() == 0) {
			throw divisionByZero(left, "mod", right);
		}
		if (left.signum() != 0 && exponent(left) - exponent(right) >= WORKING.getPrecision()) {
			throw new NotCalculable("The remainder of %s mod %s needs more than the 50 digits that are kept"
				.formatted(text(left), text(right)));
		}
		BigDecimal remainder = left.remainder(right);
		boolean signsDiffer = remainder.signum() * right.signum() < 0;
		return within(signsDiffer ? remainder.add(right) : remainder);
	}

	static BigDecimal power(BigDecimal base, BigDecimal exponent) {
		if (exponent.abs().compareTo(BigDecimal.valueOf(MAX_EXPONENT)) > 0) {
			throw new NotCalculable("The exponent of %s ^ %s is beyond 9,999".formatted(text(base), text(exponent)));
		}
		if (base.signum() == 0 && exponent.signum() < 0) {
			throw divisionByZero(base, "^", exponent);
		}
		return within(DecimalPowers.power(base, exponent));
	}

	static BigDecimal squareRoot(BigDecimal number) {
		if (number.signum() < 0) {
			throw new NotCalculable("sqrt(%s) is not a real number".formatted(text(number)));
		}
		return within(number.sqrt(WORKING));
	}

	static BigDecimal percent(BigDecimal number) {
		return within(number.movePointLeft(2));
	}

	/** Rounds half away from zero, as taught at school. */
	static BigDecimal round(BigDecimal number, int digits) {
		return within(number.setScale(Math.min(digits, Math.max(number.scale(), 0)), RoundingMode.HALF_UP));
	}

	/** Compares two numbers as they are shown. */
	static int compare(BigDecimal left, BigDecimal right) {
		return left.round(MathContext.DECIMAL128).compareTo(right.round(MathContext.DECIMAL128));
	}

	/** Rounds to the digits that are kept, and refuses a number that is out of range. */
	static BigDecimal within(BigDecimal number) {
		BigDecimal rounded = number.round(WORKING).stripTrailingZeros();
		if (rounded.signum() != 0 && Math.abs(exponent(rounded)) > MAX_EXPONENT) {
			throw new NotCalculable(
					"The calculator does not support numbers beyond 1E+9999 or nearer to 0 than 1E-9999");
		}
		boolean plain = rounded.scale() < 0 && rounded.precision() - rounded.scale() <= WORKING.getPrecision();
		return plain ? rounded.setScale(0) : rounded;
	}

	/**
	 * Returns the number as it is shown: 34 digits, no trailing zeros, in plain notation
	 * up to 40 digits and in scientific notation beyond.
	 */
	static String text(BigDecimal number) {
		BigDecimal shown = number.round(MathContext.DECIMAL128).stripTrailingZeros();
		long plainDigits = (shown.scale() > 0) ? Math.max(shown.precision(), shown.scale() + 1L)
				: (long) shown.precision() - shown.scale();
		return (plainDigits <= MAX_PLAIN_DIGITS) ? shown.toPlainString() : shown.toString();
	}

	private static long exponent(BigDecimal number) {
		return (long) number.precision() - number.scale() - 1;
	}

	private static NotCalculable divisionByZero(BigDecimal left, String operator, BigDecimal right) {
		return new NotCalculable("Division by zero in %s %s %s".formatted(text(left), operator, text(right)));
	}

}
