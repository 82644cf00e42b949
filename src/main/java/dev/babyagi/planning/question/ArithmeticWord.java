package dev.babyagi.planning.question;

/**
 * The words and signs of arithmetic, in English and Chinese. Each lists its spellings,
 * separated by a bar. They are compared with texts in lower case and in half-width and
 * simplified characters.
 */
enum ArithmeticWord {

	/** A number, in digits or in words. The lexer reads its spellings. */
	NUMBER(""),

	PLUS("+|plus|added to|加上|加"),

	/** Minus as an operator or as a sign. */
	MINUS("-|minus"),

	/** Minus as an operator only. */
	LESS("减去|减"),

	TIMES("*|times|multiplied by|乘以|乘上|乘"),

	/** The letter x, which may also be an unknown. */
	LETTER_X("x"),

	OVER("/|÷|divided by|over|除以"),

	MODULO("mod|modulo|取模|模"),

	POWER("^|**|to the power of|to the power|raised to the power of|raised to"),

	PERCENT("%|percent|per cent"),

	/** Percent written before its number. */
	HUNDREDTHS("百分之"),

	/** Stands between denominator and numerator, in this order. */
	PARTS("分之"),

	NEGATIVE("negative|负"),

	OPEN("("),

	CLOSE(")"),

	COMMA(",|、"),

	AND("and"),

	/** Joins the members of a list whose name follows. */
	WITH("和|与|跟|及"),

	OF("of"),

	/** The share after it is taken of what stands before it. */
	HAS("的"),

	TIMES_AS_MUCH("倍"),

	TH_POWER("次方|次幂"),

	/** The next operation applies to everything before it. */
	THEN("then|and then|再|然后|然后再|接着|接着再|最后|最后再"),

	/** An exponent in superscript digits. The lexer reads it. */
	SUPERSCRIPT(""), SQUARED("squared|的平方|的二次方"),

	CUBED("cubed|的立方|的三次方"),

	HALVED("的一半"),

	ROOTED("的平方根|的算术平方根"),

	/** A root of the next number or parenthesis only. */
	RADICAL("√|根号"),

	ROOT_OF("square root of"),

	SQUARE_OF("square of"),

	CUBE_OF("cube of"),

	HALF_OF("half of|one half of"),

	THIRD_OF("third of|one third of"),

	QUARTER_OF("quarter of|one quarter of"),

	TWICE("twice|double"),

	SUM_OF("sum of|total of"),

	PRODUCT_OF("product of"),

	DIFFERENCE_OF("difference between|difference of"),

	QUOTIENT_OF("quotient of"),

	AVERAGE_OF("average of|mean of"),

	TOTAL("之和|的和|的总和|相加"),

	PRODUCT("之积|的积|的乘积|相乘"),

	DIFFERENCE("之差|的差"),

	QUOTIENT("之商|的商"),

	AVERAGE("的平均数|的平均值"),

	ADD("add"),

	SUBTRACT("subtract"),

	MULTIPLY("multiply"),

	DIVIDE("divide"),

	MULTIPLY_BY("multiply by|multiply it by|multiply that by|multiply the result by"),

	DIVIDE_BY("divide by|divide it by|divide that by|divide the result by"),

	TO("to"),

	FROM("from"),

	BY("by"),

	END("");

	private final String spellings;

	ArithmeticWord(String spellings) {
		this.spellings = spellings;
	}

	String[] spellings() {
		return this.spellings.isEmpty() ? new String[0] : this.spellings.split("\\|", -1);
	}

	/** Returns whether a number or a closed expression may end with it. */
	boolean endsOperand() {
		return switch (this) {
			case NUMBER, PERCENT, CLOSE, TIMES_AS_MUCH, TH_POWER, SUPERSCRIPT, SQUARED, CUBED, HALVED, ROOTED, TOTAL,
					PRODUCT, DIFFERENCE, QUOTIENT, AVERAGE ->
				true;
			default -> false;
		};
	}

	/** Returns whether it is a word that follows its operand. */
	boolean followsOperand() {
		return switch (this) {
			case SUPERSCRIPT, SQUARED, CUBED, HALVED, ROOTED, HAS -> true;
			default -> false;
		};
	}

	/** Returns whether English puts an article before it. */
	boolean takesArticle() {
		return name().endsWith("_OF");
	}

}
