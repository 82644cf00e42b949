package dev.babyagi.arithmetic;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.function.BinaryOperator;

import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

import dev.babyagi.arithmetic.CalculatorNumber.Decimal;
import dev.babyagi.arithmetic.CalculatorNumber.Fraction;

/**
 * Computes with fractions where both operands are exact, and with decimals of 50 digits
 * where one of them is not.
 */
final class ExactArithmetic {

	/** As many bits as {@link CalculatorNumber#MAX_DIGITS} decimal digits have. */
	static final int MAX_BITS = (int) (CalculatorNumber.MAX_DIGITS * Math.log(10) / Math.log(2));

	/** A power with a larger denominator in its exponent is computed as a decimal. */
	private static final int MAX_ROOT = 64;

	private ExactArithmetic() {
	}

	static int bits(BigFraction fraction) {
		return fraction.getNumerator().bitLength() + fraction.getDenominator().bitLength();
	}

	static CalculatorNumber add(CalculatorNumber left, CalculatorNumber right) {
		return compute(left, right, BigFraction::add, DecimalRounding::add);
	}

	static CalculatorNumber subtract(CalculatorNumber left, CalculatorNumber right) {
		return compute(left, right, BigFraction::subtract, DecimalRounding::subtract);
	}

	static CalculatorNumber multiply(CalculatorNumber left, CalculatorNumber right) {
		return compute(left, right, BigFraction::multiply, DecimalRounding::multiply);
	}

	static CalculatorNumber divide(CalculatorNumber left, CalculatorNumber right) {
		refuseZero(left, "/", right);
		return compute(left, right, BigFraction::divide, DecimalRounding::divide);
	}

	/**
	 * Returns the remainder of the division rounded down; it has the sign of the divisor.
	 */
	static CalculatorNumber modulo(CalculatorNumber left, CalculatorNumber right) {
		refuseZero(left, "mod", right);
		return compute(left, right,
				(dividend, divisor) -> dividend.subtract(divisor.multiply(floor(dividend.divide(divisor)))),
				DecimalRounding::modulo);
	}

	static CalculatorNumber negate(CalculatorNumber number) {
		return switch (number) {
			case Fraction(BigFraction fraction) -> new Fraction(fraction.negate());
			case Decimal(BigDecimal decimal) -> new Decimal(decimal.negate());
		};
	}

	static CalculatorNumber abs(CalculatorNumber number) {
		return (number.signum() < 0) ? negate(number) : number;
	}

	static CalculatorNumber percent(CalculatorNumber number) {
		return divide(number, new Fraction(BigFraction.of(100)));
	}

	static CalculatorNumber squareRoot(CalculatorNumber number) {
		if (number.signum() < 0) {
			throw new NotCalculable("sqrt(%s) is not a real number".formatted(number.text()));
		}
		BigFraction exact = (number instanceof Fraction(BigFraction fraction)) ? root(fraction, 2) : null;
		return (exact != null) ? new Fraction(exact) : new Decimal(DecimalRounding.squareRoot(number.decimal()));
	}

	static CalculatorNumber power(CalculatorNumber base, CalculatorNumber exponent) {
		if (exponent.decimal().abs().compareTo(BigDecimal.valueOf(DecimalRounding.MAX_EXPONENT)) > 0) {
			throw new NotCalculable("The exponent of %s ^ %s is beyond 9,999".formatted(base.text(), exponent.text()));
		}
		if (exponent.signum() < 0) {
			refuseZero(base, "^", exponent, base);
		}
		BigFraction exact = (base instanceof Fraction(BigFraction known)
				&& exponent instanceof Fraction(BigFraction times)) ? exactPower(known, times) : null;
		return (exact != null) ? new Fraction(exact)
				: new Decimal(DecimalRounding.power(base.decimal(), exponent.decimal()));
	}

	/** Rounds half away from zero, as taught at school. */
	static CalculatorNumber round(CalculatorNumber number, int digits) {
		return switch (number) {
			case Fraction fraction -> fraction.rounded(digits);
			case Decimal(BigDecimal decimal) -> new Decimal(DecimalRounding.round(decimal, digits));
		};
	}

	/** Compares exactly if both numbers are exact, and otherwise as they are shown. */
	static int compare(CalculatorNumber left, CalculatorNumber right) {
		return (left instanceof Fraction(BigFraction first) && right instanceof Fraction(BigFraction second))
				? first.compareTo(second) : DecimalRounding.compare(left.decimal(), right.decimal());
	}

	private static CalculatorNumber compute(CalculatorNumber left, CalculatorNumber right,
			BinaryOperator<BigFraction> exactly, BinaryOperator<BigDecimal> rounded) {
		return (left instanceof Fraction(BigFraction first) && right instanceof Fraction(BigFraction second))
				? CalculatorNumber.of(exactly.apply(first, second))
				: new Decimal(rounded.apply(left.decimal(), right.decimal()));
	}

	private static BigFraction floor(BigFraction fraction) {
		BigInteger[] parts = fraction.getNumerator().divideAndRemainder(fraction.getDenominator());
		return BigFraction
			.of((fraction.signum() < 0 && parts[1].signum() != 0) ? parts[0].subtract(BigInteger.ONE) : parts[0]);
	}

	/** Returns the power if it is a fraction that is not too long, or {@code null}. */
	private static @Nullable BigFraction exactPower(BigFraction base, BigFraction exponent) {
		if (exponent.getDenominator().compareTo(BigInteger.valueOf(MAX_ROOT)) > 0) {
			return null;
		}
		int degree = exponent.getDenominator().intValueExact();
		BigFraction root = (degree == 1) ? base : root(base, degree);
		int times = exponent.getNumerator().intValueExact();
		boolean unit = root != null && bits(root) <= 2;
		return (root != null && (unit || (long) bits(root) * Math.abs(times) <= MAX_BITS)) ? root.pow(times) : null;
	}

	/** Returns the root if it is a fraction, or {@code null}. */
	private static @Nullable BigFraction root(BigFraction number, int degree) {
		BigInteger numerator = root(number.getNumerator(), degree);
		BigInteger denominator = root(number.getDenominator(), degree);
		return (numerator != null && denominator != null) ? BigFraction.of(numerator, denominator) : null;
	}

	private static @Nullable BigInteger root(BigInteger number, int degree) {
		if (number.signum() < 0) {
			return null;
		}
		BigInteger root = (degree == 2) ? number.sqrt() : nearestRoot(number, degree);
		return root.pow(degree).equals(number) ? root : null;
	}

	/** A root of up to 50 digits is right to the unit, and no other is looked for. */
	private static BigInteger nearestRoot(BigInteger number, int degree) {
		BigDecimal part = BigDecimal.ONE.divide(BigDecimal.valueOf(degree), DecimalRounding.WORKING);
		return DecimalRounding.power(new BigDecimal(number), part).setScale(0, RoundingMode.HALF_UP).toBigInteger();
	}

	private static void refuseZero(CalculatorNumber left, String operator, CalculatorNumber right) {
		refuseZero(left, operator, right, right);
	}

	private static void refuseZero(CalculatorNumber left, String operator, CalculatorNumber right,
			CalculatorNumber divisor) {
		if (divisor.signum() == 0) {
			throw new NotCalculable("Division by zero in %s %s %s".formatted(left.text(), operator, right.text()));
		}
	}

}
