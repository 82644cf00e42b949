package dev.babyagi.execution;

/**
 * Untrusted text inside a prompt: between two fences of backticks that are longer than
 * any run of backticks in the text, so that nothing in it can end the quotation. The text
 * itself stays as it is.
 */
public final class Quoted {

	private static final int SHORTEST = 3;

	private Quoted() {
	}

	public static String block(String text) {
		String fence = "`".repeat(Math.max(SHORTEST, longestRun(text) + 1));
		return fence + "\n" + text + "\n" + fence;
	}

	/** A text on one line: breaks and control characters become spaces. */
	public static String line(String text) {
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

	private static int longestRun(String text) {
		int longest = 0;
		int run = 0;
		for (int index = 0; index < text.length(); index++) {
			run = (text.charAt(index) == '`') ? run + 1 : 0;
			longest = Math.max(longest, run);
		}
		return longest;
	}

}
