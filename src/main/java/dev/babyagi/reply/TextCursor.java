package dev.babyagi.reply;

/**
 * A text to be looked into at any position; beyond its ends there are line breaks.
 */
final class TextCursor {

	private final String text;

	TextCursor(String text) {
		this.text = CharacterClasses.halfWidth(text);
	}

	int length() {
		return this.text.length();
	}

	char at(int index) {
		return (index >= 0 && index < this.text.length()) ? this.text.charAt(index) : '\n';
	}

	boolean isDigit(int index) {
		return CharacterClasses.isDigit(at(index));
	}

	boolean isWordPart(int index) {
		return CharacterClasses.isWordPart(at(index));
	}

	boolean isOneOf(String symbols, int index) {
		return symbols.indexOf(at(index)) >= 0;
	}

	boolean startsWith(String prefix, int index) {
		return this.text.startsWith(prefix, index);
	}

	/** Whether a word, in whatever case, ends at a position. */
	boolean endsWithWord(String word, int end) {
		int from = end - word.length();
		return from >= 0 && this.text.regionMatches(true, from, word, 0, word.length())
				&& (CharacterClasses.isHan(word.charAt(0)) || !isWordPart(from - 1));
	}

	String substring(int start, int end) {
		return this.text.substring(start, Math.min(end, this.text.length()));
	}

	/** Where the digits end that begin at a position. */
	int digitsEnd(int start) {
		int end = start;
		while (isDigit(end)) {
			end++;
		}
		return end;
	}

	int skipSpaces(int start) {
		int index = start;
		while (at(index) == ' ') {
			index++;
		}
		return index;
	}

	/** The position of the last character before another that is no space. */
	int lastBefore(int start) {
		int index = start - 1;
		while (at(index) == ' ') {
			index--;
		}
		return index;
	}

}
