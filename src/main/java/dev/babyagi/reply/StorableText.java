package dev.babyagi.reply;

/**
 * Makes a text one that every database stores as it is. U+0000 is removed, because
 * PostgreSQL refuses it. Half of a surrogate pair becomes U+FFFD, because it has no form
 * in UTF-8.
 */
public final class StorableText {

	private static final char REPLACEMENT = '\uFFFD';

	private StorableText() {
	}

	public static String of(String text) {
		for (int i = 0; i < text.length(); i++) {
			if (text.charAt(i) == 0 || Character.isSurrogate(text.charAt(i))) {
				return mended(text);
			}
		}
		return text;
	}

	private static String mended(String text) {
		StringBuilder mended = new StringBuilder(text.length());
		text.codePoints().filter((point) -> point != 0).forEach((point) -> {
			boolean alone = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
			mended.appendCodePoint(alone ? REPLACEMENT : point);
		});
		return mended.toString();
	}

}
