package dev.babyagi.language;

/**
 * Estimates the size of texts in tokens as a third of their bytes in UTF-8. The estimate
 * is too high for English, about right for Chinese, and the same for every model.
 */
public final class TokenEstimate {

	public static final int BYTES_PER_TOKEN = 3;

	private TokenEstimate() {
	}

	/** Returns the tokens of a text, rounded up. */
	public static int in(String text) {
		return ofBytes(bytes(text));
	}

	/**
	 * Returns the tokens of texts that have this many bytes in UTF-8 together, rounded
	 * up.
	 */
	public static int ofBytes(long bytes) {
		return (int) Math.min((bytes + BYTES_PER_TOKEN - 1) / BYTES_PER_TOKEN, Integer.MAX_VALUE);
	}

	/** Returns the bytes of a text in UTF-8. */
	public static long bytes(String text) {
		long bytes = 0;
		for (int index = 0; index < text.length(); index++) {
			bytes += bytes(text.charAt(index));
		}
		return bytes;
	}

	/**
	 * Returns the length of the longest beginning of a text that has at most this many
	 * tokens.
	 */
	static int prefixLength(String text, int tokens) {
		long room = (long) tokens * BYTES_PER_TOKEN;
		int index = 0;
		while (index < text.length() && bytes(text.charAt(index)) <= room) {
			room -= bytes(text.charAt(index++));
		}
		return (index > 0 && Character.isHighSurrogate(text.charAt(index - 1))) ? index - 1 : index;
	}

	/**
	 * Returns the length of the longest end of a text that has at most this many tokens.
	 */
	static int suffixLength(String text, int tokens) {
		long room = (long) tokens * BYTES_PER_TOKEN;
		int index = text.length();
		while (index > 0 && bytes(text.charAt(index - 1)) <= room) {
			room -= bytes(text.charAt(--index));
		}
		boolean parted = index < text.length() && Character.isLowSurrogate(text.charAt(index));
		return text.length() - (parted ? index + 1 : index);
	}

	/** Returns the bytes of one UTF-16 unit; half of a surrogate pair counts for two. */
	private static int bytes(char unit) {
		if (unit < 0x80) {
			return 1;
		}
		return (unit < 0x800 || Character.isSurrogate(unit)) ? 2 : 3;
	}

}
