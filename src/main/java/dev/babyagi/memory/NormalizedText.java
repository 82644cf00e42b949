package dev.babyagi.memory;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Texts in one spelling, so that the same words are found to be the same.
 */
public final class NormalizedText {

	private static final Pattern SPACE = Pattern.compile("\\s+");

	private static final Pattern END_OF_SENTENCE = Pattern.compile("[\\s.!?。]+$");

	private static final Pattern ARTICLE = Pattern.compile("^(?:the|a|an|my|your|his|her|their|our) ");

	private NormalizedText() {
	}

	/**
	 * The words in one spelling: case, width, spaces and the end of the sentence do not
	 * count. Other signs do: -5 is not 5, and C# is not C.
	 */
	public static String words(String text) {
		String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
		String spaced = SPACE.matcher(folded).replaceAll(" ").strip();
		String words = END_OF_SENTENCE.matcher(spaced).replaceFirst("");
		return words.isEmpty() ? spaced : words;
	}

	/** The name of a subject or an attribute, without its article. */
	public static String name(String name) {
		return ARTICLE.matcher(words(name)).replaceFirst("");
	}

}
