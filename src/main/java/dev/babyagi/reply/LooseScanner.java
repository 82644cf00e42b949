package dev.babyagi.reply;

import java.math.BigDecimal;
import java.math.BigInteger;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Reads the tokens of {@link LooseJson}.
 */
final class LooseScanner {

	/** The same limit that Jackson has for the length of a number. */
	private static final int MAX_NUMBER = 1_000;

	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	private final String text;

	private final JsonEscapes escapes;

	private int at;

	private boolean brokeOff;

	private boolean word;

	LooseScanner(String text, int start) {
		this.text = text;
		this.escapes = new JsonEscapes(text);
		this.at = start;
	}

	int position() {
		return this.at;
	}

	boolean atEnd() {
		return this.at >= this.text.length();
	}

	/** Returns whether the text ended while something was still open. */
	boolean brokeOff() {
		return this.brokeOff;
	}

	/** Returns whether the last scalar is a word without quotes, and no literal. */
	boolean readWord() {
		return this.word;
	}

	boolean take(char wanted) {
		if (!atEnd() && current() == wanted) {
			this.at++;
			return true;
		}
		return false;
	}

	boolean takeColon() {
		skipSpace();
		return take(':') || take('=');
	}

	/**
	 * Skips commas, and the closing bracket or the end of the text if it comes next.
	 */
	boolean closes(char bracket) {
		skipSpace();
		while (take(',')) {
			skipSpace();
		}
		if (atEnd()) {
			this.brokeOff = true;
			return true;
		}
		return take(bracket);
	}

	void skipSpace() {
		while (!atEnd()) {
			if (Character.isWhitespace(current()) || current() == '\uFEFF' || current() == '\u00A0') {
				this.at++;
			}
			else if (this.text.startsWith("//", this.at) || hashComment()) {
				skipPast("\n");
			}
			else if (this.text.startsWith("/*", this.at)) {
				skipPast("*/");
			}
			else {
				return;
			}
		}
	}

	/** Returns the name of a field, or {@code null} if none can be read here. */
	@Nullable String name() {
		skipSpace();
		if (atEnd()) {
			this.brokeOff = true;
			return null;
		}
		char closing = closingQuote(current());
		if (closing != 0) {
			this.at++;
			return quoted(closing);
		}
		String bare = bare();
		return bare.isEmpty() ? null : bare;
	}

	/** Returns a text, number or literal, or {@code null} if none can be read here. */
	@Nullable JsonNode scalar() {
		this.word = false;
		if (atEnd()) {
			this.brokeOff = true;
			return null;
		}
		char closing = closingQuote(current());
		if (closing != 0) {
			this.at++;
			return NODES.stringNode(quoted(closing));
		}
		String bare = bare();
		if (atEnd()) {
			this.brokeOff = true;
		}
		JsonNode literal = bare.isEmpty() ? null : literal(bare);
		this.word = literal != null && literal.isString();
		return literal;
	}

	private JsonNode literal(String bare) {
		return switch (bare) {
			case "true", "True", "TRUE" -> NODES.booleanNode(true);
			case "false", "False", "FALSE" -> NODES.booleanNode(false);
			case "null", "None", "NULL", "undefined" -> NODES.nullNode();
			default -> number(bare);
		};
	}

	private JsonNode number(String bare) {
		char first = bare.charAt(0);
		if (bare.length() > MAX_NUMBER || !(first == '-' || first == '.' || (first >= '0' && first <= '9'))) {
			return NODES.stringNode(bare);
		}
		try {
			return bare.chars().allMatch((character) -> character == '-' || (character >= '0' && character <= '9'))
					? integer(new BigInteger(bare)) : NODES.numberNode(new BigDecimal(bare));
		}
		catch (NumberFormatException ex) {
			return NODES.stringNode(bare);
		}
	}

	private static JsonNode integer(BigInteger value) {
		if (value.bitLength() < Integer.SIZE) {
			return NODES.numberNode(value.intValue());
		}
		return (value.bitLength() < Long.SIZE) ? NODES.numberNode(value.longValue()) : NODES.numberNode(value);
	}

	/** Whether a comment begins here; {@code #E1} is the id of a task. */
	private boolean hashComment() {
		char next = (this.at + 1 < this.text.length()) ? this.text.charAt(this.at + 1) : ' ';
		char second = (this.at + 2 < this.text.length()) ? this.text.charAt(this.at + 2) : ' ';
		return current() == '#' && !((next == 'E' || next == 'e') && second >= '0' && second <= '9');
	}

	/** Returns a word without quotes, up to a delimiter or the end of the line. */
	private String bare() {
		int start = this.at;
		while (!atEnd() && ",:={}[]\"\n\r".indexOf(current()) < 0 && !this.text.startsWith(" //", this.at)
				&& !this.text.startsWith(" # ", this.at)) {
			this.at++;
		}
		return this.text.substring(start, this.at).strip();
	}

	private String quoted(char closing) {
		StringBuilder read = new StringBuilder();
		while (!atEnd()) {
			char character = this.text.charAt(this.at++);
			if (character == closing && ends(closing)) {
				return StorableText.of(read.toString());
			}
			if (character == '\\' && !atEnd()) {
				this.at = this.escapes.decode(this.at, read);
			}
			else {
				read.append(character);
			}
		}
		this.brokeOff = true;
		return StorableText.of(read.toString());
	}

	/**
	 * Returns whether a quote ends its text. It does if a delimiter follows, or if the
	 * next line begins with a new text; else it should have been escaped.
	 */
	private boolean ends(char closing) {
		boolean newLine = false;
		for (int next = this.at; next < this.text.length(); next++) {
			char character = this.text.charAt(next);
			if (!Character.isWhitespace(character)) {
				return ",:}]=/".indexOf(character) >= 0 || this.text.startsWith("# ", next)
						|| (newLine && (character == closing || character == '{'));
			}
			newLine |= character == '\n';
		}
		return true;
	}

	private static char closingQuote(char opening) {
		return switch (opening) {
			case '"', '\'' -> opening;
			case '\u201C', '\u201D' -> '\u201D';
			default -> 0;
		};
	}

	private void skipPast(String mark) {
		int found = this.text.indexOf(mark, this.at);
		this.at = (found >= 0) ? found + mark.length() : this.text.length();
	}

	private char current() {
		return this.text.charAt(this.at);
	}

}
