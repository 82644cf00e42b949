package dev.babyagi.family;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The text of an objective with its literals as slots: what two objectives of one family
 * have in common.
 *
 * @param slots the text with slots, in lower case and on one line
 * @param literals what stands in the slots, in the order of the text, quotations without
 * their marks
 * @param whole whether all of the text was read; one that is longer than 2,000 characters
 * is not
 */
public record SlottedText(String slots, List<String> literals, boolean whole) {

	private static final int LONGEST = 2000;

	private static final Pattern QUOTED = Pattern.compile("\"[^\"]{1,400}\"|\u201c[^\u201d]{1,400}\u201d"
			+ "|\u300c[^\u300d]{1,400}\u300d|(?<![\\p{L}\\p{N}])'[^']{1,400}'(?![\\p{L}\\p{N}])");

	private static final Pattern NUMBER = Pattern.compile("(?<![\\p{L}\\p{N}])\\p{Nd}+([.,:/-]\\p{Nd}+)*");

	/** Words with a capital that do not begin a sentence. */
	private static final Pattern NAME = Pattern
		.compile("(?<=[\\p{Ll}\\p{Nd},;:(>)] )\\p{Lu}[\\p{L}'\u2019-]*( \\p{Lu}[\\p{L}'\u2019-]*)*");

	private static final Pattern SPACE = Pattern.compile("\\s+");

	/** Characters without a meaning, which stand for slots while a text is read. */
	private static final Pattern MARKER = Pattern.compile("[\uE000-\uF8FF]");

	private static final char FIRST_MARKER = '\uE000';

	public SlottedText {
		literals = List.copyOf(literals);
	}

	/** Reads a text. */
	public static SlottedText of(String text) {
		List<Slot> found = new ArrayList<>();
		String marked = MARKER.matcher(Normalizer.normalize(cut(text), Normalizer.Form.NFKC)).replaceAll(" ");
		marked = mark(QUOTED, marked, "quotation", found);
		marked = mark(NUMBER, marked, "number", found);
		marked = mark(NAME, marked, "name", found);
		List<String> literals = MARKER.matcher(marked)
			.results()
			.map((marker) -> slot(marker, found).literal())
			.toList();
		String slots = MARKER.matcher(marked).replaceAll((marker) -> slot(marker, found).kind());
		return new SlottedText(oneLine(slots), literals, text.length() <= LONGEST && slots.length() <= LONGEST);
	}

	private static String mark(Pattern pattern, String text, String kind, List<Slot> found) {
		return pattern.matcher(text).replaceAll((match) -> {
			String literal = match.group();
			found.add(new Slot(kind, kind.equals("quotation") ? literal.substring(1, literal.length() - 1) : literal));
			return "<" + (char) (FIRST_MARKER + found.size() - 1) + ">";
		});
	}

	private static Slot slot(MatchResult marker, List<Slot> found) {
		return found.get(marker.group().charAt(0) - FIRST_MARKER);
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

	private record Slot(String kind, String literal) {

	}

}
