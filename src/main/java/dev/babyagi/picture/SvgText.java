package dev.babyagi.picture;

import java.util.List;

/**
 * Prepares texts for a picture. Models and users write them, so they may hold anything.
 * Widths are in em, estimated for a wide sans-serif font: the font is the reader's.
 */
final class SvgText {

	private static final int MARKS = 4;

	private static final String NARROW = " .,:;!|'`ijltfrI()[]-/";

	private SvgText() {
	}

	/**
	 * Returns the text on one line of at most so many characters. What controls text or
	 * turns its direction is gone, and so is what XML does not allow. At most four marks
	 * stand on a letter.
	 */
	static String line(String text, int longest) {
		StringBuilder line = new StringBuilder();
		int marks = 0;
		int left = longest;
		int at = 0;
		for (; at < text.length() && left > 0; at += Character.charCount(text.codePointAt(at))) {
			int point = text.codePointAt(at);
			marks = isMark(point) ? marks + 1 : 0;
			if (isSpace(point) && !line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
				line.append(' ');
				left--;
			}
			else if (!isSpace(point) && !isUnwanted(point) && marks <= MARKS) {
				line.appendCodePoint(point);
				left--;
			}
		}
		return (at < text.length()) ? line.toString().strip() + "…" : line.toString().strip();
	}

	private static boolean isSpace(int point) {
		return Character.isWhitespace(point) || Character.isSpaceChar(point) || Character.isISOControl(point);
	}

	private static boolean isUnwanted(int point) {
		int type = Character.getType(point);
		return type == Character.SURROGATE || (type == Character.FORMAT && !isMark(point)) || (point & 0xFFFE) == 0xFFFE
				|| (point >= 0xFDD0 && point <= 0xFDEF);
	}

	/** The joiners of Persian, of Indian scripts and of emoji count as marks. */
	private static boolean isMark(int point) {
		int type = Character.getType(point);
		return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || point == 0x200C
				|| point == 0x200D;
	}

	/** Returns the line, or as much of it as fits with an ellipsis. */
	static String fit(String line, double width) {
		return (width(line) <= width) ? line : line.substring(0, reach(line, width - 1)).strip() + "…";
	}

	/** Returns the line as at most two lines that fit, parted at a space if possible. */
	static List<String> wrap(String line, double width) {
		if (width(line) <= width) {
			return List.of(line);
		}
		int reach = reach(line, width);
		int space = line.lastIndexOf(' ', reach);
		int end = (space > reach / 3) ? space : reach;
		return List.of(line.substring(0, end).strip(), fit(line.substring(end).strip(), width));
	}

	static double width(String line) {
		return line.codePoints().mapToDouble(SvgText::width).sum();
	}

	/** The index up to which the line fits. */
	private static int reach(String line, double width) {
		double left = width;
		int at = 0;
		while (at < line.length() && left >= width(line.codePointAt(at))) {
			left -= width(line.codePointAt(at));
			at += Character.charCount(line.codePointAt(at));
		}
		return at;
	}

	private static double width(int point) {
		if (isMark(point)) {
			return 0;
		}
		if (point >= 0x1100 && !(point >= 0x1E00 && point < 0x2190)) {
			return 1.1;
		}
		if (NARROW.indexOf(point) >= 0) {
			return 0.37;
		}
		return ("mwMW@%…—".indexOf(point) >= 0) ? 1 : (Character.isUpperCase(point) ? 0.7 : 0.62);
	}

	/** Returns the text with all but ASCII letters and digits as {@code _}. */
	static String id(String text) {
		return text.replaceAll("[^A-Za-z0-9]", "_");
	}

	/** Returns the text as it stands in content and attributes of XML. */
	static String escape(String text) {
		return text.replace("&", "&amp;")
			.replace("<", "&lt;")
			.replace(">", "&gt;")
			.replace("\"", "&quot;")
			.replace("'", "&#39;");
	}

}
