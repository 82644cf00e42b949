package dev.babyagi.language.openai.wire;

import java.util.Optional;

import com.google.re2j.Pattern;

/**
 * A word of a provider that may be shown: letters and underscores only, as codes and
 * names of parameters are written. Keys, addresses and sentences do not look so.
 */
final class ProviderWord {

	private static final Pattern SAFE = Pattern.compile("[A-Za-z]+(?:_[A-Za-z]+)*");

	private static final int LONGEST = 32;

	private ProviderWord() {
	}

	/** Returns the word, or nothing if it is not safe to show. */
	static Optional<String> of(String word) {
		return Optional.of(word).filter((text) -> text.length() <= LONGEST && SAFE.matches(text));
	}

	/** Returns the word in quotes after a space, or nothing if it is not safe to show. */
	static Optional<String> quoted(String word) {
		return of(word).map((text) -> " '" + text + "'");
	}

}
