package dev.babyagi.web.json;

import java.util.Optional;

/**
 * Decides which characters a text may contain: all but control characters other than
 * newline and tab, and lone surrogates. Accepted text is returned exactly as it was sent.
 */
public final class TextRules {

	private TextRules() {
	}

	/**
	 * Describes the first character of a text that is not allowed, if there is one.
	 */
	public static Optional<String> flaw(String text) {
		for (int index = 0; index < text.length(); index++) {
			char character = text.charAt(index);
			if (Character.isISOControl(character) && character != '\n' && character != '\t') {
				return Optional.of(flaw("the control character", character, index));
			}
			if (Character.isSurrogate(character)) {
				if (!isPair(text, index)) {
					return Optional.of(flaw("the lone surrogate", character, index));
				}
				index++;
			}
		}
		return Optional.empty();
	}

	private static boolean isPair(String text, int index) {
		return Character.isHighSurrogate(text.charAt(index)) && index + 1 < text.length()
				&& Character.isLowSurrogate(text.charAt(index + 1));
	}

	private static String flaw(String kind, char character, int index) {
		return "holds %s U+%04X at position %d".formatted(kind, (int) character, index);
	}

}
