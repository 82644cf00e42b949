package dev.babyagi.lesson;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The text of an objective with its literals as slots: what two objectives of one family
 * have in common.
 */
public final class SlottedText {

	private static final int LONGEST = 2000;

	private static final Pattern QUOTED = Pattern.compile("\"[^\"]{1,400}\"|\u201c[^\u201d]{1,400}\u201d"
			+ "|\u300c[^\u300d]{1,400}\u300d|(?<![\\p{L}\\p{N}])'[^']{1,400}'(?![\\p{L}\\p{N}])");

	private static final Pattern NUMBER = Pattern.compile("(?<![\\p{L}\\p{N}])\\p{Nd}+([.,:/-]\\p{Nd}+)*");

	/** Words with a capital that do not begin a sentence. */
	private static final Pattern NAME = Pattern
		.compile("(?<=[\\p{Ll}\\p{Nd},;:(>)] )\\p{Lu}[\\p{L}'\u2019-]*( \\p{Lu}[\\p{L}'\u2019-]*)*");

	private static final Pattern SPACE = Pattern.compile("\\s+");

	private SlottedText() {
	}

	/** Returns the text with slots, in lower case and on one line. */
	public static String of(String text) {
		String plain = Normalizer.normalize(cut(text), Normalizer.Form.NFKC);
		String slotted = QUOTED.matcher(plain).replaceAll("<quotation>");
		slotted = NUMBER.matcher(slotted).replaceAll("<number>");
		slotted = NAME.matcher(slotted).replaceAll("<name>");
		return oneLine(slotted);
	}

	/** Returns the text without slots, in lower case and on one line. */
	public static String normalized(String text) {
		return oneLine(Normalizer.normalize(cut(text), Normalizer.Form.NFKC));
	}

	private static String oneLine(String text) {
		return cut(SPACE.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip());
	}

	/** Cuts a text to its beginning, and no character in two. */
	private static String cut(String text) {
		if (text.length() <= LONGEST) {
			return text;
		}
		int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
		return text.substring(0, end);
	}

}
