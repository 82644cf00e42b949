package dev.babyagi.memory.extract;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Whether a quote states a value, sign by sign: {@code 5} is not stated by {@code -5},
 * {@code 1.5} or {@code 15}, nor {@code C} by {@code C++}. Only case, width, spaces and
 * the end of a sentence do not count.
 */
final class QuotedValue {

	/** From this character on, Unicode has scripts without spaces. */
	private static final char FIRST_WITHOUT_SPACES = 0x2E80;

	private static final Pattern SPACE = Pattern.compile("\\s+");

	private static final Pattern END_OF_SENTENCE = Pattern.compile("[\\s.,;!?。，！？]+$");

	private QuotedValue() {
	}

	static boolean isIn(String quote, String value) {
		String text = folded(quote);
		String part = END_OF_SENTENCE.matcher(folded(value)).replaceFirst("");
		for (int at = text.indexOf(part); at >= 0 && !part.isEmpty(); at = text.indexOf(part, at + 1)) {
			if (begins(text, at) && ends(text, at + part.length())) {
				return true;
			}
		}
		return false;
	}

	private static String folded(String text) {
		String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
		return SPACE.matcher(folded.replace('\u2212', '-')).replaceAll(" ").strip();
	}

	private static boolean begins(String text, int at) {
		char first = text.charAt(at);
		if (at == 0 || !isWordPart(first)) {
			return true;
		}
		char before = text.charAt(at - 1);
		boolean signed = Character.isDigit(first) && (before == '-' || isPoint(text, at - 1));
		return !isWordPart(before) && !signed;
	}

	private static boolean ends(String text, int end) {
		char last = text.charAt(end - 1);
		if (end == text.length() || !isWordPart(last)) {
			return true;
		}
		char after = text.charAt(end);
		return !isWordPart(after) && "+#%".indexOf(after) < 0 && !(Character.isDigit(last) && isPoint(text, end));
	}

	/** Whether the sign at a place is within a number. */
	private static boolean isPoint(String text, int at) {
		return ".,".indexOf(text.charAt(at)) >= 0 && at > 0 && at + 1 < text.length()
				&& Character.isDigit(text.charAt(at - 1)) && Character.isDigit(text.charAt(at + 1));
	}

	private static boolean isWordPart(char sign) {
		return sign < FIRST_WITHOUT_SPACES && Character.isLetterOrDigit(sign);
	}

}
