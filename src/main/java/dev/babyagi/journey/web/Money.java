package dev.babyagi.journey.web;

import java.math.BigDecimal;

/**
 * Formats amounts for the API: without trailing zeros and without an exponent.
 */
final class Money {

	private Money() {
	}

	static BigDecimal shown(BigDecimal amount) {
		BigDecimal stripped = amount.stripTrailingZeros();
		return (stripped.scale() < 0) ? stripped.setScale(0) : stripped;
	}

}
