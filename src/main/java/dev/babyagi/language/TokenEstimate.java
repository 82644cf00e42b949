package dev.babyagi.language;

/**
 * The size of texts in tokens, estimated as UTF-8 bytes / 3: too high for English, about
 * right for Chinese, and the same for every model.
 */
public final class TokenEstimate {

	static final int BYTES = 3;

	private TokenEstimate() {
	}

	public static int in(String text) {
		long bytes = 0;
		for (int index = 0; index < text.length(); index++) {
			bytes += bytes(text.charAt(index));
		}
		return (int) ((bytes + BYTES - 1) / BYTES);
	}

	/**
	 * The length of the longest beginning of a text that is no more than so many tokens.
	 */
	static int prefixLength(String text, int tokens) {
		long room = (long) tokens * BYTES;
		int index = 0;
		while (index < text.length() && bytes(text.charAt(index)) <= room) {
			room -= bytes(text.charAt(index++));
		}
		return (index > 0 && Character.isHighSurrogate(text.charAt(index - 1))) ? index - 1 : index;
	}

	/** The bytes of one UTF-16 unit; half of a surrogate pair counts for two. */
	private static int bytes(char unit) {
		if (unit < 0x80) {
			return 1;
		}
		return (unit < 0x800 || Character.isSurrogate(unit)) ? 2 : 3;
	}

}
