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
	 * Returns a key that ignores case, space and punctuation. A sign that changes the
	 * meaning stays: -5, 1.5, 5%, C++. Equal numbers have equal keys.
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
		TextCursor cursor = new TextCursor(Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT));
		StringBuilder words = new StringBuilder(text.length());
		for (int i = 0; i < cursor.length(); i++) {
			if (isKept(cursor, i)) {
				words.append(cursor.at(i));
			}
		}
		return words.toString();
	}

	private static boolean isKept(TextCursor text, int index) {
		char c = text.at(index);
		boolean digitBefore = text.isDigit(index - 1);
		boolean digitBehind = text.isDigit(index + 1);
		return switch (c) {
			case '-' -> digitBehind && !Character.isLetterOrDigit(text.at(index - 1));
			case '.', '/', ':' -> digitBefore && digitBehind;
			case ',' -> digitBefore && digitBehind && text.digitsEnd(index + 1) != index + 4;
			case '%', '\u2030' -> digitBefore;
			case '+', '#' -> Character.isLetterOrDigit(text.at(index - 1)) || text.at(index - 1) == c;
			case '<', '>', '=' -> true;
			default -> Character.isLetterOrDigit(c) || Character.isSurrogate(c);
		};
	}

}
