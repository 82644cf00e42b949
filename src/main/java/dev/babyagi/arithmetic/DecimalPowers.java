package dev.babyagi.arithmetic;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Computes powers with any real exponent. It uses repeated squaring for whole exponents
 * and {@code exp(y * ln(x))} for the others, with enough digits that 50 of them are
 * correct.
 */
final class DecimalPowers {

	/**
	 * 50 digits are needed, the size of y * ln(x) costs 5, the squarings of exp cost 4,
	 * and the rest is a margin.
	 */
	private static final MathContext EXACT = new MathContext(90, RoundingMode.HALF_EVEN);

	private static final BigDecimal TWO = BigDecimal.valueOf(2);

	/**
	 * 2^5 roots bring 1..10 within 1.075 of 1, where each term of the series adds 2.9
	 * digits.
	 */
	private static final int ROOTS = 5;

	/**
	 * 2^8 halvings bring |r| below 0.01, where each term of the series adds at least 2
	 * digits.
	 */
	private static final int HALVINGS = 8;

	private static final BigDecimal LN_10 = lnOfMantissa(BigDecimal.TEN);

	/** Above this power of e, the result exceeds 1E+9999 in any case. */
	private static final BigDecimal MAX_NATURAL_EXPONENT = BigDecimal.valueOf(23_100);

	private DecimalPowers() {
	}

	/**
	 * Returns the power with at least 50 correct digits.
	 * @param base any number, but not zero if the exponent is negative
	 * @param exponent a number from -9,999 to 9,999
	 */
	static BigDecimal power(BigDecimal base, BigDecimal exponent) {
		if (isWhole(exponent)) {
			return base.pow(exponent.intValueExact(), EXACT);
		}
		if (base.signum() < 0) {
			throw new NotCalculable("%s ^ %s is not a real number: a negative base takes whole exponents only"
				.formatted(ShownNumber.text(base), ShownNumber.text(exponent)));
		}
		return (base.signum() != 0) ? exp(exponent.multiply(ln(base), EXACT)) : BigDecimal.ZERO;
	}

	private static boolean isWhole(BigDecimal number) {
		return number.stripTrailingZeros().scale() <= 0;
	}

	private static BigDecimal ln(BigDecimal number) {
		int tens = number.precision() - number.scale() - 1;
		BigDecimal mantissa = number.scaleByPowerOfTen(-tens);
		return lnOfMantissa(mantissa).add(LN_10.multiply(BigDecimal.valueOf(tens)), EXACT);
	}

	/** {@code ln(m) = 2^n * 2 * atanh((r - 1) / (r + 1))} where r is the 2^n-th root. */
	private static BigDecimal lnOfMantissa(BigDecimal mantissa) {
		BigDecimal root = mantissa;
		for (int i = 0; i < ROOTS; i++) {
			root = root.sqrt(EXACT);
		}
		BigDecimal ratio = root.subtract(BigDecimal.ONE).divide(root.add(BigDecimal.ONE), EXACT);
		BigDecimal square = ratio.multiply(ratio, EXACT);
		BigDecimal sum = BigDecimal.ZERO;
		BigDecimal power = ratio;
		for (int n = 1; isFelt(power); n += 2) {
			sum = sum.add(power.divide(BigDecimal.valueOf(n), EXACT), EXACT);
			power = power.multiply(square, EXACT);
		}
		return sum.multiply(TWO.pow(ROOTS + 1), EXACT);
	}

	/** {@code exp(y) = 10^tens * exp(rest)}; the series computes the rest. */
	private static BigDecimal exp(BigDecimal number) {
		if (number.abs().compareTo(MAX_NATURAL_EXPONENT) > 0) {
			return BigDecimal.ONE.scaleByPowerOfTen(number.signum() * (DecimalRounding.MAX_EXPONENT + 1));
		}
		int tens = number.divide(LN_10, 0, RoundingMode.HALF_EVEN).intValueExact();
		BigDecimal rest = number.subtract(LN_10.multiply(BigDecimal.valueOf(tens)), EXACT);
		return expOfRest(rest).scaleByPowerOfTen(tens);
	}

	private static BigDecimal expOfRest(BigDecimal rest) {
		BigDecimal small = rest.divide(TWO.pow(HALVINGS), EXACT);
		BigDecimal sum = BigDecimal.ONE;
		BigDecimal term = small;
		for (int n = 2; isFelt(term); n++) {
			sum = sum.add(term, EXACT);
			term = term.multiply(small, EXACT).divide(BigDecimal.valueOf(n), EXACT);
		}
		for (int i = 0; i < HALVINGS; i++) {
			sum = sum.multiply(sum, EXACT);
		}
		return sum;
	}

	private static boolean isFelt(BigDecimal term) {
		return term.signum() != 0 && term.precision() - term.scale() > -EXACT.getPrecision();
	}

}
