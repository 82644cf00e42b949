package dev.babyagi.planning.question;

import java.util.Collection;
import java.util.Set;

/**
 * Finds the longest of a set of phrases at a place in a text. Phrases of the letters a to
 * z match whole words only.
 */
final class ArithmeticPhrases {

	private final Set<String> phrases;

	private final int longest;

	ArithmeticPhrases(Collection<String> phrases) {
		this.phrases = Set.copyOf(phrases);
		this.longest = phrases.stream().mapToInt(String::length).max().orElse(0);
	}

	/** Returns the phrase that begins there, or an empty text. */
	String startingAt(String text, int start) {
		for (int end = Math.min(start + this.longest, text.length()); end > start; end--) {
			if (isPhrase(text, start, end)) {
				return text.substring(start, end);
			}
		}
		return "";
	}

	/** Returns the phrase that ends there, or an empty text. */
	String endingAt(String text, int end) {
		for (int start = Math.max(end - this.longest, 0); start < end; start++) {
			if (isPhrase(text, start, end)) {
				return text.substring(start, end);
			}
		}
		return "";
	}

	private boolean isPhrase(String text, int start, int end) {
		return !splitsWord(text, start) && !splitsWord(text, end) && this.phrases.contains(text.substring(start, end));
	}

	private static boolean splitsWord(String text, int at) {
		return at > 0 && at < text.length() && isLetter(text.charAt(at - 1)) && isLetter(text.charAt(at));
	}

	static boolean isLetter(char c) {
		return c >= 'a' && c <= 'z';
	}

}
