package dev.babyagi.planning.draft;

import java.nio.charset.StandardCharsets;

/**
 * The part of a model's window that a prompt may fill, and texts cut to fit in it. A
 * prompt's size is estimated as UTF-8 bytes / 3, as the HTTP contract says.
 */
public final class PromptWindow {

	private static final int BYTES_PER_TOKEN = 3;

	/** The most that is left free for a reply, in tokens; half of a small window. */
	private static final int MAX_REPLY = 4096;

	/** What goes on longer without a space is no word, and is cut. */
	private static final int LONGEST_WORD = 100;

	private int tokens;

	public PromptWindow(int contextTokens) {
		this.tokens = contextTokens - Math.min(contextTokens / 2, MAX_REPLY);
	}

	/** Takes what a text needs; the text must go in whole. */
	public void take(String text) {
		this.tokens -= tokens(text);
	}

	/** What is left, in tokens. */
	public int left() {
		return Math.max(this.tokens, 0);
	}

	/**
	 * Cuts a text to a number of tokens, keeping its head and its tail, and never inside
	 * a word or number.
	 */
	public static String cut(String text, int tokens) {
		if (tokens(text) <= tokens) {
			return text;
		}
		int half = Math.max(tokens, 0) * BYTES_PER_TOKEN / 2;
		int head = wordEnd(text, fitting(text, half));
		int tail = wordStart(text, text.length() - fittingFromEnd(text, half));
		tail = Math.max(head, tail);
		return text.substring(0, head) + "\n[" + (tail - head) + " characters left out]\n" + text.substring(tail);
	}

	public static int tokens(String text) {
		return text.getBytes(StandardCharsets.UTF_8).length / BYTES_PER_TOKEN;
	}

	private static int fitting(String text, int bytes) {
		int at = 0;
		for (int used = 0; at < text.length(); at++) {
			used += size(text.charAt(at));
			if (used > bytes) {
				break;
			}
		}
		return at;
	}

	private static int fittingFromEnd(String text, int bytes) {
		int count = 0;
		for (int used = 0; count < text.length(); count++) {
			used += size(text.charAt(text.length() - 1 - count));
			if (used > bytes) {
				break;
			}
		}
		return count;
	}

	private static int wordEnd(String text, int at) {
		return boundary(text, at, -1);
	}

	private static int wordStart(String text, int at) {
		return boundary(text, at, 1);
	}

	/** The next place between two words in a direction, or here if that is far. */
	private static int boundary(String text, int at, int step) {
		for (int place = at; Math.abs(place - at) < LONGEST_WORD; place += step) {
			if (place <= 0 || place >= text.length()) {
				break;
			}
			if (!isInside(text, place)) {
				return place;
			}
		}
		boolean pair = at > 0 && at < text.length() && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
		return pair ? at + step : at;
	}

	/** Whether a cut here would part a word, a number or a surrogate pair. */
	private static boolean isInside(String text, int at) {
		char before = text.charAt(at - 1);
		char after = text.charAt(at);
		return Character.isSurrogatePair(before, after) || (isJoined(before) && isJoined(after));
	}

	private static boolean isJoined(char character) {
		return character < 0x2E80 && !Character.isWhitespace(character);
	}

	private static int size(char character) {
		if (character < 0x80) {
			return 1;
		}
		return (character < 0x800 || Character.isSurrogate(character)) ? 2 : 3;
	}

}
