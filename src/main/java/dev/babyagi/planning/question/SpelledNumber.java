package dev.babyagi.planning.question;

/**
 * A number that was found in a text.
 *
 * @param digits the number in the notation of the calculator
 * @param end the position after it
 */
record SpelledNumber(String digits, int end) {

	private static final ArithmeticPhrases SCALES = new ArithmeticPhrases(
			EnglishNumbers.SCALES.stream().filter((scale) -> !scale.isEmpty()).map((scale) -> " " + scale).toList());

	/**
	 * Returns the number that begins there.
	 * @throws NotArithmetic if no number begins there, or if it is malformed
	 */
	static SpelledNumber at(String text, int start) {
		char first = text.charAt(start);
		boolean leadingPoint = first == '.' && start + 1 < text.length() && isDigit(text.charAt(start + 1));
		if (isDigit(first) || leadingPoint) {
			return new Digits(text, start).read();
		}
		if (ArithmeticNumerals.isNumeral(first)) {
			return numeral(text, start);
		}
		return EnglishNumbers.numberAt(text, start);
	}

	private static SpelledNumber numeral(String text, int start) {
		int end = start;
		while (end < text.length() && (ArithmeticNumerals.isNumeral(text.charAt(end)) || text.charAt(end) == '点')) {
			end++;
		}
		return new SpelledNumber(ArithmeticNumerals.read(text.substring(start, end)), end);
	}

	private static boolean isDigit(char c) {
		return c >= '0' && c <= '9';
	}

	/**
	 * Reads digits with their thousands separators, decimals, exponent and scale.
	 */
	private static final class Digits {

		private final String text;

		private final StringBuilder digits = new StringBuilder();

		private int position;

		Digits(String text, int start) {
			this.text = text;
			this.position = start;
		}

		SpelledNumber read() {
			whole();
			if (peek(0) == '.' && isDigit(peek(1))) {
				this.position++;
				this.digits.append('.');
				take();
			}
			if (peek(0) == '.' && isDigit(peek(1))) {
				throw new NotArithmetic();
			}
			if (peek(0) == 'e') {
				exponent();
				return new SpelledNumber(this.digits.toString(), this.position);
			}
			return new SpelledNumber(scaled(), this.position);
		}

		/** Returns the digits times the scale that follows them: 万, 百万, "million". */
		private String scaled() {
			int exponent = 0;
			while (!this.text.startsWith("百分之", this.position) && ArithmeticNumerals.exponent(peek(0)) > 1) {
				exponent += ArithmeticNumerals.exponent(peek(0));
				this.position++;
			}
			String word = SCALES.startingAt(this.text, this.position);
			if (exponent == 0 && !word.isEmpty()) {
				exponent = 3 * EnglishNumbers.SCALES.indexOf(word.strip());
				this.position += word.length();
			}
			return (exponent > 0) ? ArithmeticNumerals.scaled(this.digits.toString(), exponent)
					: this.digits.toString();
		}

		private void whole() {
			int start = this.position;
			take();
			boolean groups = this.position - start <= 3;
			while (groups && peek(0) == ',' && isDigit(peek(1)) && isDigit(peek(2)) && isDigit(peek(3))
					&& !isDigit(peek(4))) {
				this.position++;
				take();
			}
			if (this.digits.isEmpty()) {
				this.digits.append('0');
			}
			else if (this.digits.length() > 1 && this.digits.charAt(0) == '0') {
				throw new NotArithmetic();
			}
		}

		private void exponent() {
			int sign = (peek(1) == '+' || peek(1) == '-') ? 1 : 0;
			if (!isDigit(peek(1 + sign))) {
				throw new NotArithmetic();
			}
			this.digits.append(this.text, this.position, this.position + 1 + sign);
			this.position += 1 + sign;
			take();
		}

		private void take() {
			while (isDigit(peek(0))) {
				this.digits.append(peek(0));
				this.position++;
			}
		}

		private char peek(int ahead) {
			int index = this.position + ahead;
			return (index < this.text.length()) ? this.text.charAt(index) : ' ';
		}

	}

}
