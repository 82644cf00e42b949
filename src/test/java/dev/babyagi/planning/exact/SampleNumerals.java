package dev.babyagi.planning.exact;

import java.util.List;

/**
 * Writes whole numbers from 1 to 999,999 in English and Chinese words.
 */
final class SampleNumerals {

	private static final List<String> SMALL = List.of("", "one", "two", "three", "four", "five", "six", "seven",
			"eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
			"eighteen", "nineteen");

	private static final List<String> TENS = List.of("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy",
			"eighty", "ninety");

	private static final String DIGITS = "零一二三四五六七八九";

	private SampleNumerals() {
	}

	static String english(int number) {
		if (number >= 1_000) {
			return (english(number / 1_000) + " thousand " + english(number % 1_000)).strip();
		}
		if (number >= 100) {
			return (SMALL.get(number / 100) + " hundred " + english(number % 100)).strip();
		}
		if (number < 20) {
			return SMALL.get(number);
		}
		return TENS.get(number / 10) + ((number % 10 == 0) ? "" : "-" + SMALL.get(number % 10));
	}

	static String chinese(int number) {
		if (number >= 10_000) {
			int rest = number % 10_000;
			String zero = (rest > 0 && rest < 1_000) ? "零" : "";
			return chinese(number / 10_000) + "万" + zero + ((rest == 0) ? "" : section(rest));
		}
		return (number < 20 && number >= 10) ? section(number).substring(1) : section(number);
	}

	private static String section(int number) {
		StringBuilder text = new StringBuilder();
		String digits = "%04d".formatted(number);
		for (int place = 0; place < 4; place++) {
			int digit = digits.charAt(place) - '0';
			if (digit > 0) {
				boolean gap = !text.isEmpty() && digits.charAt(place - 1) == '0';
				text.append(gap ? "零" : "").append(DIGITS.charAt(digit)).append("千百十 ".charAt(place));
			}
		}
		return text.toString().strip();
	}

}
