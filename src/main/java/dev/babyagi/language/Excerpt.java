package dev.babyagi.language;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

import tools.jackson.databind.JsonNode;

import dev.babyagi.reply.CharacterClasses;
import dev.babyagi.reply.ExactJson;

/**
 * The part of a text that fits into a prompt. A number is never cut. Of a JSON list or
 * object, whole elements are kept.
 *
 * @param text the part that fits, with a note of what is missing
 * @param cut whether anything is missing
 */
public record Excerpt(String text, boolean cut) {

	/** Room for the note that something was cut. */
	private static final int NOTE_TOKENS = 24;

	/**
	 * How many open brackets before the cut are tried as the start of a JSON document.
	 */
	private static final int MAX_BRACKETS = 8;

	/** A longer run without spaces is not a word and may be cut. */
	private static final int LONGEST_WORD = 100;

	/** From this character on, Unicode has the scripts of Chinese and Japanese. */
	private static final char FIRST_WITHOUT_SPACES = 0x2E80;

	/** How far a cut may move back to the end of a word. */
	private static final int MAX_WORD = 40;

	/**
	 * Returns the text if it fits, else the part that fits.
	 * @param text the text
	 * @param tokens the most tokens
	 */
	public static Excerpt of(String text, int tokens) {
		if (TokenEstimate.in(text) <= tokens) {
			return new Excerpt(text, false);
		}
		int room = Math.max(0, tokens - NOTE_TOKENS);
		Optional<JsonNode> document = ExactJson.container(text);
		return new Excerpt(document.map((node) -> JsonExcerpt.of(node, room)).orElseGet(() -> beginning(text, room)),
				true);
	}

	/**
	 * Returns the text if it fits, else its beginning and its end, for texts that say
	 * what matters at either end. No word, number or surrogate pair is cut.
	 * @param text the text
	 * @param tokens the most tokens, without the note of what is missing
	 */
	public static String ends(String text, int tokens) {
		if (TokenEstimate.in(text) <= tokens) {
			return text;
		}
		int half = Math.max(tokens, 0) / 2;
		int head = boundary(text, TokenEstimate.prefixLength(text, half), -1);
		int tail = Math.max(head, boundary(text, text.length() - TokenEstimate.suffixLength(text, half), 1));
		return text.substring(0, head) + "\n[" + (tail - head) + " characters left out]\n" + text.substring(tail);
	}

	/**
	 * Returns the next place between two words in a direction, or the cut itself if that
	 * place is far away.
	 */
	private static int boundary(String text, int cut, int step) {
		for (int place = cut; Math.abs(place - cut) < LONGEST_WORD; place += step) {
			if (!isInsideWord(text, place)) {
				return place;
			}
		}
		return cut;
	}

	private static boolean isInsideWord(String text, int place) {
		return place > 0 && place < text.length() && isJoined(text.charAt(place - 1)) && isJoined(text.charAt(place));
	}

	/**
	 * Whether a character may be part of a word. Scripts without spaces may be cut
	 * anywhere.
	 */
	private static boolean isJoined(char sign) {
		return sign < FIRST_WITHOUT_SPACES && !Character.isWhitespace(sign);
	}

	private static String beginning(String text, int room) {
		int end = wordEnd(text, documentStart(text, numberStart(text, TokenEstimate.prefixLength(text, room))));
		String note = "[cut: the first " + end + " of " + text.length() + " characters are shown]";
		return (end > 0) ? text.substring(0, end) + "\n" + note : note;
	}

	private static int numberStart(String text, int cut) {
		int index = cut;
		while (index > 0 && isNumberPart(text.charAt(index - 1)) && isNumberPart(text.charAt(index))) {
			index--;
		}
		return index;
	}

	/**
	 * Returns the start of the JSON document that contains the cut, or the cut if there
	 * is none.
	 */
	private static int documentStart(String text, int cut) {
		return openBrackets(text, cut).stream()
			.limit(MAX_BRACKETS)
			.filter((start) -> ExactJson.startsDocument(text.substring(start)))
			.findFirst()
			.orElse(cut);
	}

	private static Deque<Integer> openBrackets(String text, int cut) {
		Deque<Integer> open = new ArrayDeque<>();
		boolean quoted = false;
		for (int index = 0; index < cut; index++) {
			char symbol = text.charAt(index);
			if (quoted && symbol == '\\') {
				index++;
			}
			else if (symbol == '"') {
				quoted = !open.isEmpty() && !quoted;
			}
			else if (!quoted && (symbol == '{' || symbol == '[')) {
				open.addLast(index);
			}
			else if (!quoted && (symbol == '}' || symbol == ']')) {
				open.pollLast();
			}
		}
		return open;
	}

	private static int wordEnd(String text, int cut) {
		int index = cut;
		while (index > 0 && cut - index < MAX_WORD && CharacterClasses.isWordPart(text.charAt(index - 1))
				&& CharacterClasses.isWordPart(text.charAt(index))) {
			index--;
		}
		return (cut - index < MAX_WORD) ? index : cut;
	}

	private static boolean isNumberPart(char symbol) {
		return Character.isDigit(symbol) || ".,%+-\u2212\u00A0\u202F\u2009eE".indexOf(symbol) >= 0;
	}

}
