package dev.babyagi.planning.question;

import java.math.BigDecimal;

/**
 * Reads Chinese numerals strictly: an ambiguous one, such as 三百五, is refused.
 */
final class ArithmeticNumerals {

	private static final String DIGITS = "零一二三四五六七八九";

	private static final String UNITS = "十百千";

	private static final long WAN = 10_000;

	private static final long YI = 100_000_000;

	private ArithmeticNumerals() {
	}

	static boolean isNumeral(char c) {
		return isDigit(c) || c == '两' || UNITS.indexOf(c) >= 0 || isScale(c);
	}

	static boolean isDigit(char c) {
		return DIGITS.indexOf(c) >= 0;
	}

	static boolean isScale(char c) {
		return c == '万' || c == '亿';
	}

	/**
	 * Returns the number in digits.
	 * @param numeral numerals with at most one 点, which digits follow
	 * @throws NotArithmetic if it is not a proper numeral
	 */
	static String read(String numeral) {
		int point = numeral.indexOf('点');
		if (point < 0) {
			return whole(numeral);
		}
		char scale = numeral.charAt(numeral.length() - 1);
		boolean scaled = isScale(scale);
		String fraction = numeral.substring(point + 1, numeral.length() - (scaled ? 1 : 0));
		String number = whole(numeral.substring(0, point)) + "." + digits(fraction);
		return scaled ? scaled(number, exponent(scale)) : number;
	}

	/** Returns the power of ten that a unit or scale stands for, or 0. */
	static int exponent(char c) {
		return switch (c) {
			case '十' -> 1;
			case '百' -> 2;
			case '千' -> 3;
			case '万' -> 4;
			case '亿' -> 8;
			default -> 0;
		};
	}

	/** Returns the number times a power of ten. */
	static String scaled(String number, int exponent) {
		return new BigDecimal(number).scaleByPowerOfTen(exponent).stripTrailingZeros().toPlainString();
	}

	private static String whole(String numeral) {
		boolean positional = numeral.length() > 1 && numeral.chars().allMatch((c) -> isDigit((char) c));
		if (!positional) {
			return Long.toString(counted(numeral));
		}
		if (numeral.startsWith("零")) {
			throw new NotArithmetic();
		}
		return digits(numeral);
	}

	private static String digits(String numeral) {
		StringBuilder digits = new StringBuilder();
		for (int i = 0; i < numeral.length(); i++) {
			digits.append(digit(numeral.charAt(i)));
		}
		if (digits.isEmpty()) {
			throw new NotArithmetic();
		}
		return digits.toString();
	}

	private static long counted(String numeral) {
		int yi = numeral.indexOf('亿');
		if (yi >= 0) {
			return counted(numeral.substring(0, yi)) * YI + rest(numeral.substring(yi + 1), YI);
		}
		int wan = numeral.indexOf('万');
		if (wan >= 0) {
			return section(numeral.substring(0, wan)) * WAN + rest(numeral.substring(wan + 1), WAN);
		}
		return section(numeral);
	}

	/** Reads what follows a scale: nothing, or a number that names its own place. */
	private static long rest(String numeral, long scale) {
		if (numeral.isEmpty()) {
			return 0;
		}
		boolean placed = numeral.startsWith("零");
		if (!placed && numeral.length() == 1) {
			throw new NotArithmetic();
		}
		long rest = counted(placed ? numeral.substring(1) : numeral);
		if (rest == 0 || rest >= scale) {
			throw new NotArithmetic();
		}
		return rest;
	}

	/** Reads a number below ten thousand. */
	private static long section(String numeral) {
		if (numeral.equals("零")) {
			return 0;
		}
		Section section = new Section(numeral);
		long value = section.unit('千', 1_000) + section.unit('百', 100) + section.unit('十', 10) + section.ones();
		section.finish();
		return value;
	}

	private static int digit(char c) {
		int digit = DIGITS.indexOf(c);
		if (digit < 0) {
			throw new NotArithmetic();
		}
		return digit;
	}

	private static final class Section {

		private final String numeral;

		private int position;

		/** Whether a single digit here can only mean ones. */
		private boolean onesFollow = true;

		Section(String numeral) {
			this.numeral = numeral;
		}

		long unit(char unit, int value) {
			boolean zero = skipZero();
			int digit = countBefore(unit);
			if (digit == 0) {
				if (zero) {
					this.position--;
				}
				return 0;
			}
			this.onesFollow = unit == '十';
			return (long) digit * value;
		}

		long ones() {
			boolean zero = skipZero();
			if (this.position == this.numeral.length()) {
				if (zero) {
					throw new NotArithmetic();
				}
				return 0;
			}
			char c = this.numeral.charAt(this.position++);
			boolean alone = this.numeral.length() == 1;
			int ones = (alone && c == '两') ? 2 : digit(c);
			if (ones == 0 || !(zero || this.onesFollow)) {
				throw new NotArithmetic();
			}
			return ones;
		}

		void finish() {
			if (this.position != this.numeral.length() || this.numeral.isEmpty()) {
				throw new NotArithmetic();
			}
		}

		private boolean skipZero() {
			boolean zero = this.position > 0 && peek(0) == '零';
			if (zero) {
				this.position++;
			}
			return zero;
		}

		/**
		 * Returns the digit before the unit: 1 for a bare 十, 0 if the unit does not come
		 * next.
		 */
		private int countBefore(char unit) {
			if (unit == '十' && peek(0) == '十') {
				this.position++;
				return 1;
			}
			if (peek(1) != unit || (unit == '十' && peek(0) == '两')) {
				return 0;
			}
			int count = (peek(0) == '两') ? 2 : digit(peek(0));
			this.position += 2;
			if (count == 0) {
				throw new NotArithmetic();
			}
			return count;
		}

		private char peek(int ahead) {
			int index = this.position + ahead;
			return (index < this.numeral.length()) ? this.numeral.charAt(index) : ' ';
		}

	}

}
