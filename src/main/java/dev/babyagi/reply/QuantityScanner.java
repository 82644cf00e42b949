package dev.babyagi.reply;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the numbers of a text from left to right.
 */
final class QuantityScanner {

	/** Longer runs of digits are not numbers for a reader. */
	private static final int MAX_LENGTH = 400;

	/** Digits joined by one of these characters are not a single number. */
	private static final String JOINTS = "-–—/:.,~^年月";

	private final TextCursor text;

	private final List<Quantity> found = new ArrayList<>();

	private int composites;

	private int position;

	QuantityScanner(String text) {
		this.text = new TextCursor(text);
	}

	Quantities scan() {
		while (this.position < this.text.length()) {
			if (this.text.isDigit(this.position)) {
				number(new NumeralScanner(this.text, this.position));
			}
			else if (this.text.isWordPart(this.position)) {
				skipWord();
			}
			else {
				this.position++;
			}
		}
		return new Quantities(this.found, this.composites);
	}

	/** Skips a word. A digit in it, as in H2O or t1, belongs to the word. */
	private void skipWord() {
		while (this.text.isWordPart(this.position)) {
			this.position++;
		}
	}

	private void number(NumeralScanner numeral) {
		if (numeral.end() - numeral.start() > MAX_LENGTH || isComposite(numeral)) {
			this.composites++;
			skipComposite(numeral.end());
			return;
		}
		BigDecimal digits = isNegated(numeral.start()) ? numeral.value().negate() : numeral.value();
		UnitWord word = UnitWord.after(this.text, numeral.powerEnd());
		BigDecimal multiplier = word.multiplier();
		if (multiplier == null) {
			add(digits, digits, numeral.start(), numeral.powerEnd(), word);
		}
		else {
			add(digits.multiply(multiplier), digits, numeral.start(), word.end(),
					UnitWord.after(this.text, word.end()));
		}
	}

	private void add(BigDecimal value, BigDecimal digits, int start, int end, UnitWord unit) {
		this.found.add(new Quantity(value, digits, unit.text().isEmpty() ? currency(start) : unit.text(), start, end));
		this.position = unit.text().isEmpty() ? end : unit.end();
	}

	private String currency(int start) {
		char before = this.text.at(this.text.lastBefore(start));
		return CharacterClasses.isCurrency(before) ? String.valueOf(before) : "";
	}

	private boolean isComposite(NumeralScanner numeral) {
		int end = numeral.end();
		boolean joinedAfter = this.text.isOneOf(JOINTS, end) && this.text.isDigit(end + 1);
		boolean raisedOrPart = CharacterClasses.superscript(this.text.at(end)) >= 0 || this.text.isOneOf("_¼½¾‰", end);
		return joinedAfter || raisedOrPart || UnitWord.at(this.text, end).isOrdinal()
				|| isJoinedBefore(numeral.start());
	}

	private boolean isJoinedBefore(int start) {
		boolean bounded = this.text.isOneOf("<>≤≥±~", start - 1);
		boolean afterDigit = this.text.isOneOf(":.,", start - 1) && this.text.isDigit(start - 2);
		boolean afterWord = this.text.isOneOf("-–—/^", start - 1)
				&& (this.text.isWordPart(start - 2) || this.text.at(start - 2) == ')');
		return bounded || afterDigit || afterWord;
	}

	/** Skips a group of digits that is not a single number. */
	private void skipComposite(int end) {
		int index = end;
		while (this.text.isWordPart(index) || (this.text.isOneOf(JOINTS, index) && this.text.isWordPart(index + 1))) {
			index++;
		}
		this.position = Math.max(index, this.position + 1);
	}

	private boolean isNegated(int start) {
		int sign = CharacterClasses.isCurrency(this.text.at(start - 1)) ? start - 2 : start - 1;
		if (this.text.at(sign) == '-') {
			char before = this.text.at(this.text.lastBefore(sign));
			return !CharacterClasses.isDigit(before) && before != ')';
		}
		int end = this.text.lastBefore(start) + 1;
		return this.text.endsWithWord("minus", end) || this.text.endsWithWord("negative", end)
				|| this.text.endsWithWord("负", end);
	}

}
