package dev.babyagi.arithmetic;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The decimal arithmetic of the calculator, for numbers that are no fraction. It keeps 50
 * digits, and refuses numbers whose decimal exponent is beyond 9,999. The caller has made
 * sure that the operation has a result.
 */
final class DecimalRounding {

	/** 34 digits are shown; 16 more keep errors of rounding out of them. */
	static final MathContext WORKING = new MathContext(50, RoundingMode.HALF_EVEN);

	/** Errors of rounding may have reached the digits behind these. */
	static final int RELIABLE_DIGITS = 45;

	/**
	 * Bounds the work of one operation, because computing a larger power cannot be
	 * interrupted.
	 */
	static final int MAX_EXPONENT = 9_999;

	private DecimalRounding() {
	}

	static BigDecimal add(BigDecimal left, BigDecimal right) {
		BigDecimal sum = left.add(right, WORKING);
		return isNoise(sum, left.abs().max(right.abs())) ? BigDecimal.ZERO : within(sum);
	}

	static BigDecimal subtract(BigDecimal left, BigDecimal right) {
		return add(left, right.negate());
	}

	static BigDecimal multiply(BigDecimal left, BigDecimal right) {
		return within(left.multiply(right, WORKING));
	}

	static BigDecimal divide(BigDecimal left, BigDecimal right) {
		return within(left.divide(right, WORKING));
	}

	/**
	 * Returns the remainder of the division rounded down; it has the sign of the divisor.
	 */
	static BigDecimal modulo(BigDecimal left, BigDecimal right) {
		if (left.signum() != 0 && exponent(left) - exponent(right) >= WORKING.getPrecision()) {
			throw new NotCalculable("The remainder of %s mod %s needs more than the 50 digits that are kept"
				.formatted(ShownNumber.text(left), ShownNumber.text(right)));
		}
		BigDecimal remainder = left.remainder(right);
		boolean signsDiffer = remainder.signum() * right.signum() < 0;
		return within(signsDiffer ? remainder.add(right) : remainder);
	}

	static BigDecimal power(BigDecimal base, BigDecimal exponent) {
		return within(DecimalPowers.power(base, exponent));
	}

	static BigDecimal squareRoot(BigDecimal number) {
		return within(number.sqrt(WORKING));
	}

	/** Rounds half away from zero, as taught at school. */
	static BigDecimal round(BigDecimal number, int digits) {
		return within(number.setScale(Math.min(digits, Math.max(number.scale(), 0)), RoundingMode.HALF_UP));
	}

	/** What two rounded numbers leave of each other in their last digits is an error. */
	private static boolean isNoise(BigDecimal sum, BigDecimal operand) {
		return sum.abs().compareTo(operand.movePointLeft(RELIABLE_DIGITS)) < 0;
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

	private static long exponent(BigDecimal number) {
		return (long) number.precision() - number.scale() - 1;
	}

}
