package dev.babyagi.reply;

import java.math.BigDecimal;
import java.util.Locale;

/**
 * A number in a text.
 *
 * @param value its value: {@code 3 million} is 3,000,000
 * @param digits the number as it is written, without a word such as million
 * @param unit the word or sign that follows it, or a currency sign before it; empty if
 * there is none
 * @param start where it begins in the text
 * @param end where it ends in the text, without its unit
 */
public record Quantity(BigDecimal value, BigDecimal digits, String unit, int start, int end) {

	/** Returns whether it is a percentage. */
	public boolean isPercent() {
		return isPercent(this.unit);
	}

	static boolean isPercent(String unit) {
		return switch (unit.toLowerCase(Locale.ROOT)) {
			case "%", "percent", "pct", "per cent" -> true;
			default -> false;
		};
	}

	boolean sameAs(Quantity other) {
		return this.value.compareTo(other.value) == 0;
	}

}
