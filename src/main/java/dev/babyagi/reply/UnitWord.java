package dev.babyagi.reply;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The word or sign next to a number: its unit, or a word that multiplies it.
 *
 * @param text the word; empty if there is none
 * @param end where it ends
 */
record UnitWord(String text, int end) {

	private static final Map<String, BigDecimal> MULTIPLIERS = Map.ofEntries(Map.entry("dozen", new BigDecimal(12)),
			Map.entry("hundred", new BigDecimal("1E2")), Map.entry("thousand", new BigDecimal("1E3")),
			Map.entry("million", new BigDecimal("1E6")), Map.entry("billion", new BigDecimal("1E9")),
			Map.entry("trillion", new BigDecimal("1E12")), Map.entry("百", new BigDecimal("1E2")),
			Map.entry("千", new BigDecimal("1E3")), Map.entry("万", new BigDecimal("1E4")),
			Map.entry("亿", new BigDecimal("1E8")), Map.entry("万亿", new BigDecimal("1E12")));

	/** Returns the word after a position, with at most one space between. */
	static UnitWord after(TextCursor text, int position) {
		UnitWord word = at(text, position);
		return (word.text.isEmpty() && text.at(position) == ' ') ? at(text, position + 1) : word;
	}

	/** Returns the word directly at a position. */
	static UnitWord at(TextCursor text, int start) {
		if (text.isOneOf("%‰", start)) {
			return new UnitWord(text.substring(start, start + 1), start + 1);
		}
		if (CharacterClasses.isHan(text.at(start))) {
			return han(text, start);
		}
		int end = start;
		while (isPart(text, end)) {
			end++;
		}
		String word = text.substring(Math.min(start, text.length()), end);
		boolean perCent = word.equalsIgnoreCase("per") && text.startsWith(" cent", end);
		return perCent ? new UnitWord("per cent", end + " cent".length()) : new UnitWord(word, end);
	}

	@Nullable BigDecimal multiplier() {
		return MULTIPLIERS.get(this.text.toLowerCase(Locale.ROOT));
	}

	boolean isOrdinal() {
		return switch (this.text.toLowerCase(Locale.ROOT)) {
			case "st", "nd", "rd", "th" -> true;
			default -> false;
		};
	}

	/**
	 * Han script has no spaces between words, so this takes a multiplier of two
	 * characters, else one character.
	 */
	private static UnitWord han(TextCursor text, int start) {
		String two = text.substring(start, start + 2);
		return MULTIPLIERS.containsKey(two) ? new UnitWord(two, start + 2)
				: new UnitWord(text.substring(start, start + 1), start + 1);
	}

	private static boolean isPart(TextCursor text, int index) {
		return CharacterClasses.isLetter(text.at(index)) || text.isOneOf("°²³", index)
				|| (text.at(index) == '/' && CharacterClasses.isLetter(text.at(index + 1)));
	}

}
