package dev.babyagi.reply;

/**
 * Gives access to a text at any position; positions outside it contain line breaks.
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

	/** Returns whether a word ends at a position, ignoring case. */
	boolean endsWithWord(String word, int end) {
		int from = end - word.length();
		return from >= 0 && this.text.regionMatches(true, from, word, 0, word.length())
				&& (CharacterClasses.isHan(word.charAt(0)) || !isWordPart(from - 1));
	}

	String substring(int start, int end) {
		return this.text.substring(start, Math.min(end, this.text.length()));
	}

	/** Returns where the digits end that begin at a position. */
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

	/** Returns the position of the last character before another that is not a space. */
	int lastBefore(int start) {
		int index = start - 1;
		while (at(index) == ' ') {
			index--;
		}
		return index;
	}

}
