package dev.babyagi.family;

import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How many of the words and signs of one text another one has.
 */
public final class SharedWords {

	private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+|[^\\s\\p{L}\\p{N}.,;:!?'\"]");

	private SharedWords() {
	}

	/** The share of the words of a text that another text has, from 0 to 1. */
	public static double of(String text, String other) {
		Set<String> words = words(text);
		Set<String> there = words(other);
		return words.isEmpty() ? 0 : (double) words.stream().filter(there::contains).count() / words.size();
	}

	private static Set<String> words(String text) {
		return WORD.matcher(text.toLowerCase(Locale.ROOT))
			.results()
			.map(MatchResult::group)
			.collect(Collectors.toSet());
	}

}
