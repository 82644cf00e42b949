package dev.babyagi.planning.question;

import java.util.List;

/**
 * Reads English number words strictly: "twenty-five", "two hundred six", "one million",
 * "three point one four". An "and" ends the number, because in a list it separates two
 * numbers.
 */
final class EnglishNumbers {

	private static final List<String> SMALL = List.of("zero", "one", "two", "three", "four", "five", "six", "seven",
			"eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
			"eighteen", "nineteen");

	private static final List<String> TENS = List.of("zero", "ten", "twenty", "thirty", "forty", "fifty", "sixty",
			"seventy", "eighty", "ninety");

	/** Each scale is a thousand times the one before. */
	static final List<String> SCALES = List.of("", "thousand", "million", "billion");

	private final String text;

	private int position;

	private EnglishNumbers(String text, int start) {
		this.text = text;
		this.position = start;
	}

	/**
	 * Returns the number that begins there.
	 * @throws NotArithmetic if no number word begins there
	 */
	static SpelledNumber numberAt(String text, int start) {
		EnglishNumbers words = new EnglishNumbers(text, start);
		String number = words.whole() + words.decimals();
		if (words.isHyphenated() || words.andContinues(start)) {
			throw new NotArithmetic();
		}
		return new SpelledNumber(number, words.position);
	}

	private String whole() {
		long sum = 0;
		int scale = SCALES.size();
		while (scale > 0 && (sum == 0 || belowThousandFollows())) {
			long part = belowThousand();
			int next = Math.max(0, SCALES.indexOf(peek()));
			if (next >= scale || (part == 0 && sum > 0)) {
				throw new NotArithmetic();
			}
			if (next > 0) {
				skip();
			}
			sum += part * (long) Math.pow(1_000, next);
			scale = (part == 0) ? 0 : next;
		}
		return Long.toString(sum);
	}

	private boolean belowThousandFollows() {
		return SMALL.contains(peek()) || TENS.contains(peek());
	}

	private long belowThousand() {
		long number = belowHundred();
		if (number > 0 && number < 10 && peek().equals("hundred")) {
			skip();
			number = number * 100 + (belowThousandFollows() ? belowHundred() : 0);
		}
		return number;
	}

	private long belowHundred() {
		int tens = TENS.indexOf(peek());
		if (tens >= 2) {
			skip();
			int ones = SMALL.indexOf(peek());
			if (ones >= 1 && ones <= 9) {
				skip();
				return tens * 10L + ones;
			}
			return tens * 10L;
		}
		int small = SMALL.indexOf(peek());
		if (small < 0) {
			throw new NotArithmetic();
		}
		skip();
		return small;
	}

	private String decimals() {
		if (!peek().equals("point")) {
			return "";
		}
		skip();
		StringBuilder decimals = new StringBuilder(".");
		while (SMALL.indexOf(peek()) >= 0 && SMALL.indexOf(peek()) <= 9) {
			decimals.append(SMALL.indexOf(peek()));
			skip();
		}
		if (decimals.length() == 1) {
			throw new NotArithmetic();
		}
		return decimals.toString();
	}

	/**
	 * "One hundred and five" may be one number or two. A number that ends with a unit and
	 * is followed by "and" and another number word is refused.
	 */
	private boolean andContinues(int start) {
		String read = this.text.substring(start, this.position);
		String last = read.substring(Math.max(read.lastIndexOf(' '), read.lastIndexOf('-')) + 1);
		boolean unit = last.equals("hundred") || SCALES.contains(last);
		return unit && this.text.startsWith(" and ", this.position)
				&& new EnglishNumbers(this.text, this.position + " and".length()).belowThousandFollows();
	}

	/** "Fifty-fifty" is not a subtraction. */
	private boolean isHyphenated() {
		return this.text.startsWith("-", this.position) && !peek().isEmpty();
	}

	/**
	 * Returns the word at the position, after a space or hyphen if there is one, or an
	 * empty text.
	 */
	private String peek() {
		int start = wordStart();
		int end = start;
		while (end < this.text.length() && ArithmeticPhrases.isLetter(this.text.charAt(end))) {
			end++;
		}
		return this.text.substring(start, end);
	}

	private void skip() {
		this.position = wordStart() + peek().length();
	}

	private int wordStart() {
		boolean joined = this.position < this.text.length()
				&& (this.text.charAt(this.position) == ' ' || this.text.charAt(this.position) == '-');
		return joined ? this.position + 1 : this.position;
	}

}
