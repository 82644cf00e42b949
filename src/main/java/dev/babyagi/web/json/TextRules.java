package dev.babyagi.web.json;

import java.util.Optional;

/**
 * Decides which characters a text may contain: all but control characters other than
 * newline and tab, and lone surrogates. Accepted text is returned exactly as it was sent.
 */
public final class TextRules {

	private static final String CONTROLS = "\\u0000-\\u0008\\u000B-\\u001F\\u007F-\\u009F";

	private static final String INVISIBLE = "\\s\\u00A0\\u00AD\\u061C\\u1680\\u180E\\u2000-\\u200F\\u2028-\\u202F"
			+ "\\u205F-\\u206F\\u3000\\uFEFF";

	/**
	 * A pattern for what {@link #flaw} accepts. Surrogates are not in it, because no
	 * other client can send a lone one in UTF-8.
	 */
	public static final String ALLOWED = "^[^" + CONTROLS + "]*$";

	/** A pattern for accepted text in which something is visible. */
	public static final String NOT_BLANK = "^[^" + CONTROLS + "]*[^" + CONTROLS + INVISIBLE + "][^" + CONTROLS + "]*$";

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
