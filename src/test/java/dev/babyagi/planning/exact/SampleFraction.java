package dev.babyagi.planning.exact;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/**
 * A fraction in lowest terms with a positive denominator: arithmetic as taught at school,
 * written for tests and independent of the calculator.
 *
 * @param over the numerator
 * @param under the denominator
 */
record SampleFraction(BigInteger over, BigInteger under) {

	SampleFraction {
		if (under.signum() == 0) {
			throw new ArithmeticException("Division by zero");
		}
		BigInteger divisor = over.gcd(under).multiply(BigInteger.valueOf(under.signum()));
		over = over.divide(divisor);
		under = under.divide(divisor);
	}

	static SampleFraction of(long over, long under) {
		return new SampleFraction(BigInteger.valueOf(over), BigInteger.valueOf(under));
	}

	SampleFraction plus(SampleFraction other) {
		return new SampleFraction(this.over.multiply(other.under).add(other.over.multiply(this.under)),
				this.under.multiply(other.under));
	}

	SampleFraction negated() {
		return new SampleFraction(this.over.negate(), this.under);
	}

	SampleFraction times(SampleFraction other) {
		return new SampleFraction(this.over.multiply(other.over), this.under.multiply(other.under));
	}

	SampleFraction dividedBy(SampleFraction other) {
		return new SampleFraction(this.over.multiply(other.under), this.under.multiply(other.over));
	}

	/** Returns what is left of a division rounded down. */
	SampleFraction modulo(SampleFraction other) {
		SampleFraction quotient = dividedBy(other);
		BigInteger rest = quotient.over.mod(quotient.under);
		return other.times(new SampleFraction(rest, quotient.under));
	}

	SampleFraction power(int exponent) {
		SampleFraction base = (exponent < 0) ? of(1, 1).dividedBy(this) : this;
		return new SampleFraction(base.over.pow(Math.abs(exponent)), base.under.pow(Math.abs(exponent)));
	}

	/** Returns the number with 34 digits, or whole if it is an integer. */
	BigDecimal decimal() {
		return this.under.equals(BigInteger.ONE) ? new BigDecimal(this.over)
				: new BigDecimal(this.over).divide(new BigDecimal(this.under), MathContext.DECIMAL128);
	}

}
