package dev.babyagi.journey.web;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Converts amounts between the API and the database. The API shows them without trailing
 * zeros and without an exponent; the database keeps ten decimals.
 */
final class Money {

	private static final int DECIMALS = 10;

	private Money() {
	}

	/** Rounds an amount down to what is stored, so that nobody spends more. */
	static BigDecimal stored(BigDecimal amount) {
		if (amount.scale() <= DECIMALS) {
			return amount;
		}
		// The rounding itself would take long if the exponent were great.
		return (amount.precision() - amount.scale() < -DECIMALS) ? BigDecimal.ZERO
				: amount.setScale(DECIMALS, RoundingMode.DOWN);
	}

	static BigDecimal shown(BigDecimal amount) {
		BigDecimal stripped = amount.stripTrailingZeros();
		return (stripped.scale() < 0) ? stripped.setScale(0) : stripped;
	}

}
