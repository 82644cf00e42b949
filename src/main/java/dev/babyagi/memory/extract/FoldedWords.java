package dev.babyagi.memory.extract;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The words of a text in one spelling: case, width, spaces and punctuation do not count.
 */
final class FoldedWords {

	private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\p{IsPunctuation}\\p{Punct}\\s]+");

	private FoldedWords() {
	}

	static String of(String text) {
		String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
		String spaced = BETWEEN_WORDS.matcher(folded).replaceAll(" ").strip();
		return spaced.isEmpty() ? folded : spaced;
	}

}
