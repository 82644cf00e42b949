package dev.babyagi.reply;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.util.Locale;

import tools.jackson.databind.JsonNode;

/**
 * Decides whether two values are the same answer.
 */
public final class ValueEquality {

	/** The largest relative difference between an answer and the exact value. */
	private static final BigDecimal TOLERANCE = new BigDecimal("1E-6");

	private static final int MIN_DECIMALS = 2;

	private static final int MIN_DIGITS = 3;

	private ValueEquality() {
	}

	/**
	 * Returns whether an answer is as good as the exact value. It is if it differs by at
	 * most a millionth of the exact value. It also is if it equals the exact value
	 * rounded to the decimals of the answer, provided these are at least two and the
	 * answer has at least three digits.
	 */
	public static boolean within(JsonNode answer, JsonNode exact) {
		if (!answer.isNumber() || !exact.isNumber()) {
			return key(answer).equals(key(exact));
		}
		BigDecimal said = answer.decimalValue();
		BigDecimal computed = exact.decimalValue();
		BigDecimal difference = said.subtract(computed, MathContext.DECIMAL128).abs();
		return difference.compareTo(computed.multiply(TOLERANCE, MathContext.DECIMAL128).abs()) <= 0
				|| isRounding(said, computed);
	}

	private static boolean isRounding(BigDecimal said, BigDecimal computed) {
		return said.scale() >= MIN_DECIMALS && said.precision() >= MIN_DIGITS
				&& computed.setScale(said.scale(), RoundingMode.HALF_UP).compareTo(said) == 0;
	}

	/**
	 * Returns a key that ignores case, space and punctuation; equal numbers have equal
	 * keys.
	 */
	public static String key(JsonNode value) {
		if (value.isNumber()) {
			return value.decimalValue().round(MathContext.DECIMAL128).stripTrailingZeros().toString();
		}
		if (value.isContainer()) {
			return DisplayValues.value(value).toString();
		}
		return words(value.asString());
	}

	private static String words(String text) {
		StringBuilder words = new StringBuilder(text.length());
		Normalizer.normalize(text, Normalizer.Form.NFKC)
			.toLowerCase(Locale.ROOT)
			.codePoints()
			.filter(Character::isLetterOrDigit)
			.forEach(words::appendCodePoint);
		return words.toString();
	}

}
