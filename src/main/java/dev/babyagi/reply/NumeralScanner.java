package dev.babyagi.reply;

import java.math.BigDecimal;

/**
 * Reads one number in a text: where it ends, and its value.
 */
final class NumeralScanner {

	private static final int MAX_EXPONENT_DIGITS = 4;

	private static final int GROUP = 3;

	private final TextCursor text;

	private final int start;

	private final int end;

	private final int powerEnd;

	/**
	 * Reads the number whose first digit is at this position.
	 */
	NumeralScanner(TextCursor text, int firstDigit) {
		this.text = text;
		boolean leadingPoint = text.at(firstDigit - 1) == '.' && !text.isWordPart(firstDigit - 2)
				&& text.at(firstDigit - 2) != '.';
		this.start = leadingPoint ? firstDigit - 1 : firstDigit;
		this.end = exponentEnd(leadingPoint ? text.digitsEnd(firstDigit) : fractionEnd(integerEnd(firstDigit)));
		this.powerEnd = findPowerEnd();
	}

	int start() {
		return this.start;
	}

	/** Returns where its digits end. */
	int end() {
		return this.end;
	}

	/** Returns where it ends, including a power of ten as in {@code 1.5 × 10^6}. */
	int powerEnd() {
		return this.powerEnd;
	}

	BigDecimal value() {
		StringBuilder plain = new StringBuilder(this.end - this.start);
		for (int index = this.start; index < this.end; index++) {
			if (!CharacterClasses.isGroupSeparator(this.text.at(index))) {
				plain.append(this.text.at(index));
			}
		}
		return new BigDecimal(plain.toString()).scaleByPowerOfTen((this.powerEnd > this.end) ? power() : 0);
	}

	private int power() {
		int power = 0;
		boolean negative = false;
		int ten = this.text.skipSpaces(this.text.skipSpaces(this.end) + 1);
		for (int index = ten + 2; index < this.powerEnd; index++) {
			char symbol = this.text.at(index);
			int digit = CharacterClasses.isDigit(symbol) ? symbol - '0' : CharacterClasses.superscript(symbol);
			negative |= symbol == '-' || symbol == '⁻';
			power = (digit >= 0) ? power * 10 + digit : power;
		}
		return negative ? -power : power;
	}

	private int findPowerEnd() {
		int times = this.text.skipSpaces(this.end);
		int ten = this.text.skipSpaces(times + 1);
		if (!this.text.isOneOf("×x*·", times) || !this.text.startsWith("10", ten)) {
			return this.end;
		}
		int after = ten + 2;
		if (this.text.at(after) == '^') {
			return exponentDigits((this.text.at(after + 1) == '-') ? after + 2 : after + 1, this.end);
		}
		int from = (this.text.at(after) == '⁻') ? after + 1 : after;
		int last = from;
		while (CharacterClasses.superscript(this.text.at(last)) >= 0) {
			last++;
		}
		return (last > from && last - from <= MAX_EXPONENT_DIGITS) ? last : this.end;
	}

	private int integerEnd(int from) {
		int last = this.text.digitsEnd(from);
		char separator = this.text.at(last);
		if (last - from > GROUP || !CharacterClasses.isGroupSeparator(separator)) {
			return last;
		}
		while (this.text.at(last) == separator && this.text.digitsEnd(last + 1) == last + 1 + GROUP) {
			last += 1 + GROUP;
		}
		return last;
	}

	private int fractionEnd(int from) {
		return (this.text.at(from) == '.' && this.text.isDigit(from + 1)) ? this.text.digitsEnd(from + 1) : from;
	}

	private int exponentEnd(int from) {
		if (!this.text.isOneOf("eE", from)) {
			return from;
		}
		return exponentDigits(this.text.isOneOf("+-", from + 1) ? from + 2 : from + 1, from);
	}

	private int exponentDigits(int from, int otherwise) {
		int last = this.text.digitsEnd(from);
		return (last > from && last - from <= MAX_EXPONENT_DIGITS) ? last : otherwise;
	}

}
