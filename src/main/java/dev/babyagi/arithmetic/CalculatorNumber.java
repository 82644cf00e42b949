package dev.babyagi.arithmetic;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

import org.apache.commons.numbers.fraction.BigFraction;

/**
 * A number of the calculator. It is an exact fraction as long as possible. It is a
 * decimal of 50 digits after a root or a power that is no fraction, and beyond
 * {@link #MAX_DIGITS}.
 */
public sealed interface CalculatorNumber {

	/** The most digits of numerator and denominator together. */
	int MAX_DIGITS = 2_000;

	/** Returns the number rounded to 50 digits. */
	BigDecimal decimal();

	/** Returns -1, 0 or 1. */
	int signum();

	/** Returns the number as it is shown, see {@link ShownNumber}. */
	default String text() {
		return ShownNumber.text(decimal());
	}

	/**
	 * Returns the number of the notation that the calculator takes. With nearly 50 digits
	 * and a point it is what another calculation rounded, and so no fraction.
	 * @throws NotCalculable if it is beyond 1E+9999 or nearer to 0 than 1E-9999
	 */
	static CalculatorNumber of(BigDecimal number) {
		boolean rounded = number.scale() > 0 && number.precision() >= DecimalRounding.RELIABLE_DIGITS;
		if (rounded || Math.abs((long) number.scale()) + number.precision() > MAX_DIGITS) {
			return new Decimal(DecimalRounding.within(number));
		}
		BigInteger unscaled = number.unscaledValue();
		return (number.scale() > 0) ? of(BigFraction.of(unscaled, BigInteger.TEN.pow(number.scale())))
				: of(BigFraction.of(unscaled.multiply(BigInteger.TEN.pow(-number.scale()))));
	}

	/** Returns the fraction, or its 50 digits if it has too many. */
	static CalculatorNumber of(BigFraction fraction) {
		CalculatorNumber exact = new Fraction(fraction);
		return (ExactArithmetic.bits(fraction) <= ExactArithmetic.MAX_BITS) ? exact : new Decimal(exact.decimal());
	}

	/**
	 * A number that is known exactly.
	 *
	 * @param fraction the number, in lowest terms
	 */
	record Fraction(BigFraction fraction) implements CalculatorNumber {

		/** The sign stands in the numerator. */
		public Fraction {
			if (fraction.getDenominator().signum() < 0) {
				fraction = BigFraction.of(fraction.getNumerator().negate(), fraction.getDenominator().negate());
			}
		}

		@Override
		public BigDecimal decimal() {
			BigDecimal numerator = new BigDecimal(this.fraction.getNumerator());
			BigDecimal denominator = new BigDecimal(this.fraction.getDenominator());
			return DecimalRounding.within(numerator.divide(denominator, DecimalRounding.WORKING));
		}

		@Override
		public int signum() {
			return this.fraction.getNumerator().signum();
		}

		/** Returns the fraction as an expression, such as {@code -1/3} or {@code 120}. */
		public String expression() {
			BigInteger denominator = this.fraction.getDenominator();
			return denominator.equals(BigInteger.ONE) ? this.fraction.getNumerator().toString()
					: this.fraction.getNumerator() + "/" + denominator;
		}

		/** Rounds half away from zero, as taught at school. */
		Fraction rounded(int digits) {
			BigDecimal numerator = new BigDecimal(this.fraction.getNumerator());
			BigDecimal denominator = new BigDecimal(this.fraction.getDenominator());
			BigDecimal rounded = numerator.divide(denominator, digits, RoundingMode.HALF_UP);
			BigInteger tens = BigInteger.TEN.pow(Math.abs(digits));
			return new Fraction((digits >= 0) ? BigFraction.of(rounded.unscaledValue(), tens)
					: BigFraction.of(rounded.unscaledValue().multiply(tens)));
		}

	}

	/**
	 * A number of which 50 digits are known.
	 *
	 * @param decimal the number
	 */
	record Decimal(BigDecimal decimal) implements CalculatorNumber {

		@Override
		public int signum() {
			return this.decimal.signum();
		}

	}

}
