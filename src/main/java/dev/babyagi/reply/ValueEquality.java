package dev.babyagi.reply;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.util.Locale;

import tools.jackson.databind.JsonNode;

/**
 * When two values are the same answer.
 */
public final class ValueEquality {

	/** So much of the exact value an answer may be off. */
	private static final BigDecimal TOLERANCE = new BigDecimal("1E-6");

	private static final int MIN_DECIMALS = 2;

	private static final int MIN_DIGITS = 3;

	private ValueEquality() {
	}

	/**
	 * Whether an answer is as good as the exact value: off by no more than a millionth of
	 * it, or the exact value rounded to the decimals of the answer, if those are two at
	 * least and the answer has three digits.
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
	 * What is left of a value when case, space and punctuation no longer count; equal
	 * numbers have equal keys.
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
