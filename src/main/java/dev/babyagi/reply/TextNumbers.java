package dev.babyagi.reply;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Set;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;

/**
 * Collects the numbers in a text.
 */
public final class TextNumbers {

	private static final Pattern NUMBER = Pattern
		.compile("[0-9]{1,3}(?:,[0-9]{3})+(?:\\.[0-9]+)?|[0-9]+(?:\\.[0-9]+)?");

	/** Longer runs of digits are codes, not numbers. */
	private static final int MAX_LENGTH = 60;

	private TextNumbers() {
	}

	/** Returns each number once, without thousands separators and trailing zeros. */
	public static Set<String> in(String text) {
		Set<String> numbers = new LinkedHashSet<>();
		Matcher matcher = NUMBER.matcher(text);
		while (matcher.find()) {
			if (matcher.end() - matcher.start() <= MAX_LENGTH) {
				numbers.add(new BigDecimal(matcher.group().replace(",", "")).stripTrailingZeros().toPlainString());
			}
		}
		return numbers;
	}

}
