package dev.babyagi.planning.draft;

import java.util.Locale;

/**
 * Compares texts without regard to case, space and punctuation. Arithmetic signs and
 * characters between two digits count: {@code 3.5} is not {@code 35}.
 */
public final class NormalizedPhrase {

	private static final String PUNCTUATION = ".,;:!?\"'`…。，、；：！？“”‘’「」『』《》";

	private NormalizedPhrase() {
	}

	public static boolean same(String left, String right) {
		return squeezed(left).equals(squeezed(right));
	}

	/** Returns the text without the characters that do not count. */
	public static String squeezed(String text) {
		String lower = text.toLowerCase(Locale.ROOT);
		StringBuilder squeezed = new StringBuilder(lower.length());
		for (int at = 0; at < lower.length(); at++) {
			char character = lower.charAt(at);
			boolean betweenDigits = isDigit(lower, at - 1) && isDigit(lower, at + 1);
			if (Character.isWhitespace(character)) {
				separate(squeezed);
			}
			else if (PUNCTUATION.indexOf(character) < 0 || betweenDigits) {
				squeezed.append(character);
			}
		}
		return squeezed.toString().strip();
	}

	private static void separate(StringBuilder squeezed) {
		if (!squeezed.isEmpty() && squeezed.charAt(squeezed.length() - 1) != ' ') {
			squeezed.append(' ');
		}
	}

	private static boolean isDigit(String text, int at) {
		return at >= 0 && at < text.length() && Character.isDigit(text.charAt(at));
	}

}
