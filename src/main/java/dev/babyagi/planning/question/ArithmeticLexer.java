package dev.babyagi.planning.question;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Splits a normalized text into the words, signs and numbers of arithmetic, in one pass.
 * A text with anything else in it is refused.
 */
final class ArithmeticLexer {

	private static final Map<String, ArithmeticWord> WORDS = words();

	private static final ArithmeticPhrases PHRASES = new ArithmeticPhrases(WORDS.keySet());

	private static final ArithmeticPhrases ARTICLES = new ArithmeticPhrases(List.of("the", "a", "an"));

	/** The digits from 0 on, and minus. */
	private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻";

	private static final Pattern LISTING = Pattern
		.compile("\\b(?:sum|total|product|difference|quotient|average|mean) (?:of|between)\\b|^add |[和与跟及、]|相[加乘]");

	/** Three digits that may be a number of their own; 000 and 012 may not. */
	private static final Pattern GROUP = Pattern.compile(",[1-9]");

	private static final int MAX_EXPONENT_LENGTH = 10;

	private static final String SENTENCE_ENDS = ",、.;";

	private final String text;

	private final List<ArithmeticToken> tokens = new ArrayList<>();

	/** Whether the text lists its operands somewhere. */
	private final boolean list;

	private int position;

	private ArithmeticLexer(String text) {
		this.text = text;
		this.list = LISTING.matcher(text).find();
	}

	/**
	 * Returns the tokens, the last of which is {@link ArithmeticWord#END}.
	 * @throws NotArithmetic if the text contains anything else
	 */
	static List<ArithmeticToken> tokens(String text) {
		ArithmeticLexer lexer = new ArithmeticLexer(text);
		while (lexer.position < text.length()) {
			lexer.next();
			lexer.skipBlank();
		}
		lexer.add(ArithmeticWord.END, "", lexer.position);
		return lexer.tokens;
	}

	private void next() {
		if (skipArticle() || skipPauseBeforeThen()) {
			return;
		}
		int start = this.position;
		if (superscript(start) >= 0) {
			add(ArithmeticWord.SUPERSCRIPT, exponent(), start);
			return;
		}
		String phrase = PHRASES.startingAt(this.text, start);
		if (!phrase.isEmpty()) {
			this.position += phrase.length();
			add(WORDS.getOrDefault(phrase, ArithmeticWord.END), phrase, start);
			return;
		}
		SpelledNumber number = SpelledNumber.at(this.text, start);
		refuseGroupsInList(this.text.substring(start, number.end()));
		this.position = number.end();
		add(ArithmeticWord.NUMBER, number.digits(), start);
	}

	/** In "the mean of 100,200 and 300" a comma may group digits or separate numbers. */
	private void refuseGroupsInList(String number) {
		if (this.list && GROUP.matcher(number).find()) {
			throw new NotArithmetic();
		}
	}

	private String exponent() {
		StringBuilder digits = new StringBuilder();
		while (superscript(this.position) >= 0) {
			digits.append("0123456789-".charAt(superscript(this.position)));
			this.position++;
		}
		if (digits.lastIndexOf("-") > 0 || digits.length() > MAX_EXPONENT_LENGTH || digits.toString().equals("-")) {
			throw new NotArithmetic();
		}
		return digits.toString();
	}

	private int superscript(int index) {
		return (index < this.text.length()) ? SUPERSCRIPTS.indexOf(this.text.charAt(index)) : -1;
	}

	/**
	 * An article may stand before a phrase such as "square root of", and nowhere else.
	 */
	private boolean skipArticle() {
		String article = ARTICLES.startingAt(this.text, this.position);
		int after = this.position + article.length() + 1;
		if (article.isEmpty() || after >= this.text.length()) {
			return false;
		}
		ArithmeticWord next = WORDS.get(PHRASES.startingAt(this.text, after));
		if (next == null || !next.takesArticle()) {
			throw new NotArithmetic();
		}
		this.position = after;
		return true;
	}

	private boolean skipPauseBeforeThen() {
		if (SENTENCE_ENDS.indexOf(this.text.charAt(this.position)) < 0) {
			return false;
		}
		int after = this.position + 1;
		if (after < this.text.length() && this.text.charAt(after) == ' ') {
			after++;
		}
		boolean beforeThen = WORDS.get(PHRASES.startingAt(this.text, after)) == ArithmeticWord.THEN;
		this.position = beforeThen ? after : this.position;
		return beforeThen;
	}

	/**
	 * A line break where a formula could end begins another line, so the text is refused.
	 */
	private void skipBlank() {
		if (this.position < this.text.length() && Character.isWhitespace(this.text.charAt(this.position))) {
			if (this.text.charAt(this.position) == '\n' && this.tokens.getLast().word().endsOperand()) {
				throw new NotArithmetic();
			}
			this.position++;
		}
	}

	private void add(ArithmeticWord word, String text, int start) {
		boolean blankBefore = start > 0 && Character.isWhitespace(this.text.charAt(start - 1));
		boolean attached = this.position < this.text.length()
				&& !Character.isWhitespace(this.text.charAt(this.position));
		this.tokens.add(new ArithmeticToken(word, text, blankBefore && !attached, attached));
	}

	private static Map<String, ArithmeticWord> words() {
		Map<String, ArithmeticWord> words = new HashMap<>();
		for (ArithmeticWord word : ArithmeticWord.values()) {
			for (String spelling : word.spellings()) {
				words.put(spelling, word);
			}
		}
		return Map.copyOf(words);
	}

}
