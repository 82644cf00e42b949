package dev.babyagi.language;

import java.util.ArrayList;
import java.util.List;

/**
 * Divides a text that is too long for one prompt.
 */
public final class TextPieces {

	/** A piece may be shorter by this many characters, so that it ends between words. */
	private static final int LONGEST_WORD = 100;

	/** Tokens by which a piece may be longer than the average. */
	private static final int SLACK = LONGEST_WORD;

	private TextPieces() {
	}

	/**
	 * Divides a text into pieces of about the same length. Together they are the text. No
	 * word, number or surrogate pair is divided, unless it is very long.
	 * @param tokens the most tokens of a piece, at least 1
	 */
	public static List<String> of(String text, int tokens) {
		int whole = TokenEstimate.in(text);
		int pieces = Math.ceilDiv(Math.max(1, whole), tokens);
		int room = Math.min(tokens, Math.ceilDiv(whole, pieces) + SLACK);
		List<String> divided = new ArrayList<>();
		String rest = text;
		while (TokenEstimate.in(rest) > room) {
			int end = end(rest, Math.max(1, TokenEstimate.prefixLength(rest, room)));
			divided.add(rest.substring(0, end));
			rest = rest.substring(end);
		}
		divided.add(rest);
		return divided;
	}

	/** The last place before a cut that is between words, or the cut itself. */
	private static int end(String text, int cut) {
		for (int end = cut; end > 0 && cut - end < LONGEST_WORD; end--) {
			if (Character.isWhitespace(text.charAt(end - 1)) || Character.isIdeographic(text.charAt(end - 1))) {
				return end;
			}
		}
		return cut;
	}

}
