package dev.babyagi.planning.draft;

import java.util.Locale;

/**
 * Counts how many letters must be added, dropped or replaced to turn one name into
 * another.
 */
final class EditDistance {

	private EditDistance() {
	}

	/** Whether two names differ by at most this many letters, ignoring case. */
	static boolean atMost(int distance, String left, String right) {
		if (Math.abs(left.length() - right.length()) > distance) {
			return false;
		}
		return between(left.toLowerCase(Locale.ROOT), right.toLowerCase(Locale.ROOT)) <= distance;
	}

	private static int between(String left, String right) {
		int[] above = new int[right.length() + 1];
		for (int column = 0; column < above.length; column++) {
			above[column] = column;
		}
		for (int row = 1; row <= left.length(); row++) {
			above = next(above, left.charAt(row - 1), right, row);
		}
		return above[right.length()];
	}

	private static int[] next(int[] above, char letter, String right, int row) {
		int[] line = new int[above.length];
		line[0] = row;
		for (int column = 1; column < line.length; column++) {
			int replaced = above[column - 1] + ((letter == right.charAt(column - 1)) ? 0 : 1);
			line[column] = Math.min(replaced, 1 + Math.min(above[column], line[column - 1]));
		}
		return line;
	}

}
