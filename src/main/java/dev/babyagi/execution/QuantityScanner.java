package dev.babyagi.execution;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Finds the numbers of one text from left to right.
 */
final class QuantityScanner {

	/** Longer runs of digits are no numbers that anyone wrote down to be read. */
	private static final int MAX_LENGTH = 400;

	private static final int MAX_EXPONENT_DIGITS = 4;

	private static final int GROUP = 3;

	/** Between digits they make something that is no single number. */
	private static final String JOINTS = "-–—/:.,~^年月";

	private static final Map<String, BigDecimal> MULTIPLIERS = Map.ofEntries(Map.entry("dozen", new BigDecimal(12)),
			Map.entry("hundred", new BigDecimal("1E2")), Map.entry("thousand", new BigDecimal("1E3")),
			Map.entry("million", new BigDecimal("1E6")), Map.entry("billion", new BigDecimal("1E9")),
			Map.entry("trillion", new BigDecimal("1E12")), Map.entry("百", new BigDecimal("1E2")),
			Map.entry("千", new BigDecimal("1E3")), Map.entry("万", new BigDecimal("1E4")),
			Map.entry("亿", new BigDecimal("1E8")), Map.entry("万亿", new BigDecimal("1E12")));

	private final String text;

	private final List<Quantity> found = new ArrayList<>();

	private int composites;

	private int position;

	QuantityScanner(String text) {
		this.text = Symbols.halfWidth(text);
	}

	Quantities scan() {
		while (this.position < this.text.length()) {
			if (Symbols.isDigit(at(this.position))) {
				number(this.position);
			}
			else if (Symbols.isWordPart(at(this.position))) {
				skipWord();
			}
			else {
				this.position++;
			}
		}
		return new Quantities(this.found, this.composites);
	}

	/** A digit inside a word, as in H2O or t1, belongs to the word. */
	private void skipWord() {
		while (Symbols.isWordPart(at(this.position))) {
			this.position++;
		}
	}

	private void number(int digits) {
		boolean leadingPoint = at(digits - 1) == '.' && !Symbols.isWordPart(at(digits - 2)) && at(digits - 2) != '.';
		int start = leadingPoint ? digits - 1 : digits;
		int end = exponentEnd(leadingPoint ? digitsEnd(digits) : fractionEnd(integerEnd(digits)));
		if (end - start > MAX_LENGTH || isComposite(start, end)) {
			this.composites++;
			skipComposite(end);
			return;
		}
		BigDecimal number = new BigDecimal(withoutGroups(start, end));
		int powerEnd = powerEnd(end);
		if (powerEnd > end) {
			number = number.scaleByPowerOfTen(power(end, powerEnd));
		}
		add(isNegated(start) ? number.negate() : number, start, powerEnd);
	}

	private void add(BigDecimal digits, int start, int end) {
		String word = wordAfter(end);
		BigDecimal multiplier = MULTIPLIERS.get(word.toLowerCase(Locale.ROOT));
		int unitFrom = end;
		if (multiplier != null) {
			unitFrom = this.text.indexOf(word, end) + word.length();
			word = wordAfter(unitFrom);
		}
		BigDecimal value = (multiplier != null) ? digits.multiply(multiplier) : digits;
		this.found.add(new Quantity(value, digits, unit(word, start), start, unitFrom));
		this.position = this.text.startsWith(word, unitFrom) ? unitFrom + word.length() : unitFrom;
	}

	private String unit(String word, int start) {
		char before = at(lastBefore(start));
		return (word.isEmpty() && Symbols.isCurrency(before)) ? String.valueOf(before) : word;
	}

	private int integerEnd(int start) {
		int end = digitsEnd(start);
		char separator = at(end);
		if (end - start > GROUP || !Symbols.isGroupSeparator(separator)) {
			return end;
		}
		while (at(end) == separator && digitsEnd(end + 1) == end + 1 + GROUP) {
			end += 1 + GROUP;
		}
		return end;
	}

	private int fractionEnd(int end) {
		return (at(end) == '.') ? Math.max(end, (digitsEnd(end + 1) > end + 1) ? digitsEnd(end + 1) : end) : end;
	}

	private int exponentEnd(int end) {
		if (at(end) != 'e' && at(end) != 'E') {
			return end;
		}
		return exponentDigits((at(end + 1) == '-' || at(end + 1) == '+') ? end + 2 : end + 1, end);
	}

	private int exponentDigits(int from, int otherwise) {
		int last = digitsEnd(from);
		return (last > from && last - from <= MAX_EXPONENT_DIGITS) ? last : otherwise;
	}

	/** The end of a power of ten, as in {@code 1.5 × 10^6} or {@code 1.5 x 10⁶}. */
	private int powerEnd(int end) {
		int times = skipSpaces(end);
		int ten = skipSpaces(times + 1);
		if ("×x*·".indexOf(at(times)) < 0 || !this.text.startsWith("10", ten)) {
			return end;
		}
		int after = ten + 2;
		if (at(after) == '^') {
			return exponentDigits((at(after + 1) == '-') ? after + 2 : after + 1, end);
		}
		int last = (at(after) == '⁻') ? after + 1 : after;
		int from = last;
		while (Symbols.superscript(at(last)) >= 0) {
			last++;
		}
		return (last > from && last - from <= MAX_EXPONENT_DIGITS) ? last : end;
	}

	private int power(int start, int end) {
		int power = 0;
		boolean negative = false;
		for (int index = this.text.indexOf("10", start) + 2; index < end; index++) {
			char symbol = at(index);
			int digit = Symbols.isDigit(symbol) ? symbol - '0' : Symbols.superscript(symbol);
			negative |= symbol == '-' || symbol == '⁻';
			power = (digit >= 0) ? power * 10 + digit : power;
		}
		return negative ? -power : power;
	}

	private boolean isComposite(int start, int end) {
		char next = at(end);
		boolean joinedAfter = JOINTS.indexOf(next) >= 0 && Symbols.isDigit(at(end + 1));
		boolean raisedOrPart = Symbols.superscript(next) >= 0 || "_¼½¾".indexOf(next) >= 0;
		return joinedAfter || raisedOrPart || isOrdinal(end) || isJoinedBefore(start);
	}

	private boolean isJoinedBefore(int start) {
		char before = at(start - 1);
		return "<>≤≥±~".indexOf(before) >= 0 || (":.,".indexOf(before) >= 0 && Symbols.isDigit(at(start - 2)))
				|| ("-–—/^".indexOf(before) >= 0 && (Symbols.isWordPart(at(start - 2)) || at(start - 2) == ')'));
	}

	private boolean isOrdinal(int end) {
		return switch (wordAt(end).toLowerCase(Locale.ROOT)) {
			case "st", "nd", "rd", "th" -> true;
			default -> false;
		};
	}

	/** Skips what hangs together with a number that is none. */
	private void skipComposite(int end) {
		int index = end;
		while (Symbols.isWordPart(at(index)) || (JOINTS.indexOf(at(index)) >= 0 && Symbols.isWordPart(at(index + 1)))) {
			index++;
		}
		this.position = Math.max(index, this.position + 1);
	}

	private boolean isNegated(int start) {
		int sign = Symbols.isCurrency(at(start - 1)) ? start - 2 : start - 1;
		if (at(sign) == '-') {
			char before = at(lastBefore(sign));
			return !Symbols.isDigit(before) && before != ')';
		}
		int end = lastBefore(start) + 1;
		return endsWithWord(end, "minus") || endsWithWord(end, "negative") || endsWithWord(end, "负");
	}

	private boolean endsWithWord(int end, String word) {
		int from = end - word.length();
		return from >= 0 && this.text.regionMatches(true, from, word, 0, word.length())
				&& (Symbols.isHan(word.charAt(0)) || !Symbols.isWordPart(at(from - 1)));
	}

	/** The word or sign that follows at a position, perhaps after one space. */
	private String wordAfter(int end) {
		String word = wordAt(end);
		return (word.isEmpty() && at(end) == ' ') ? wordAt(end + 1) : word;
	}

	private String wordAt(int start) {
		if (at(start) == '%' || at(start) == '‰') {
			return this.text.substring(start, start + 1);
		}
		if (Symbols.isHan(at(start))) {
			return hanWord(start);
		}
		int end = start;
		while (isUnitPart(end)) {
			end++;
		}
		String word = this.text.substring(start, end);
		return (word.equalsIgnoreCase("per") && this.text.startsWith(" cent", end)) ? "per cent" : word;
	}

	private boolean isUnitPart(int index) {
		char symbol = at(index);
		return Symbols.isLetter(symbol) || "°²³".indexOf(symbol) >= 0
				|| (symbol == '/' && Symbols.isLetter(at(index + 1)));
	}

	/** Han script has no spaces between words: a multiplier of two, else one. */
	private String hanWord(int start) {
		String two = this.text.substring(start, Math.min(start + 2, this.text.length()));
		return MULTIPLIERS.containsKey(two) ? two : this.text.substring(start, start + 1);
	}

	private String withoutGroups(int start, int end) {
		StringBuilder plain = new StringBuilder(end - start);
		for (int index = start; index < end; index++) {
			if (!Symbols.isGroupSeparator(at(index))) {
				plain.append(at(index));
			}
		}
		return plain.toString();
	}

	private int digitsEnd(int start) {
		int end = start;
		while (Symbols.isDigit(at(end))) {
			end++;
		}
		return end;
	}

	private int skipSpaces(int start) {
		int index = start;
		while (at(index) == ' ') {
			index++;
		}
		return index;
	}

	/** The position of the last character before a position that is no space. */
	private int lastBefore(int start) {
		int index = start - 1;
		while (at(index) == ' ') {
			index--;
		}
		return index;
	}

	/** A line break stands before and after the text. */
	private char at(int index) {
		return (index >= 0 && index < this.text.length()) ? this.text.charAt(index) : '\n';
	}

}
