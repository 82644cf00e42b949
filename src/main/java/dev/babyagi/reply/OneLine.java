package dev.babyagi.reply;

/**
 * Puts texts on one line of a prompt.
 */
public final class OneLine {

	private OneLine() {
	}

	/**
	 * Returns the text with each run of breaks, spaces and control characters as one
	 * space.
	 */
	public static String of(String text) {
		StringBuilder line = new StringBuilder(text.length());
		for (int index = 0; index < text.length(); index++) {
			char symbol = text.charAt(index);
			boolean space = Character.isISOControl(symbol) || Character.isWhitespace(symbol);
			if (!space) {
				line.append(symbol);
			}
			else if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
				line.append(' ');
			}
		}
		return line.toString().strip();
	}

	/** Returns the same, cut with an ellipsis after this many characters. */
	public static String of(String text, int maxChars) {
		String line = of(text.substring(0, Math.min(text.length(), 4 * maxChars)));
		if (line.length() <= maxChars) {
			return line;
		}
		int end = Character.isHighSurrogate(line.charAt(maxChars - 2)) ? maxChars - 2 : maxChars - 1;
		return line.substring(0, end) + "…";
	}

}
