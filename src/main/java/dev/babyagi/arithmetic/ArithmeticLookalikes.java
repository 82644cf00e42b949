package dev.babyagi.arithmetic;

import com.google.re2j.Pattern;

/**
 * Texts that look like a formula and are something else: dates, telephone numbers, book
 * numbers.
 */
final class ArithmeticLookalikes {

	private static final String DAY_OR_MONTH = "(?:0?[1-9]|[12]\\d|3[01])";

	private static final String YEAR = "(?:19|20)\\d{2}";

	/**
	 * 2024-5-1, 2024/5/1, 1/5/2024, 1-5-2024, with nothing before or after that belongs
	 * to it.
	 */
	private static final Pattern DATE = Pattern
		.compile("(?<![\\d.,/-])(?:%2$s([/-])%1$s\\1%1$s|%1$s([/-])%1$s\\2%2$s)(?![\\d/-]|\\.\\d)"
			.formatted(DAY_OR_MONTH, YEAR));

	private static final Pattern SHORT_DATE = Pattern.compile("%1$s/%1$s/\\d{2}".formatted(DAY_OR_MONTH));

	private static final Pattern TELEPHONE = Pattern.compile("(?:\\d{1,2}-)?\\d{3}-\\d{3}-\\d{4}|\\d{3}-\\d{2}-\\d{4}");

	private static final Pattern BOOK = Pattern.compile("97[89]-\\d{1,5}-\\d{1,7}-\\d{1,7}-\\d");

	private ArithmeticLookalikes() {
	}

	/**
	 * Whether the formula is to be left alone. One that is told to be computed is only
	 * left alone when a date is a part of it.
	 */
	static boolean include(QuestionFrame frame) {
		String formula = frame.formula();
		boolean whole = DATE.matcher(formula).matches() || SHORT_DATE.matcher(formula).matches()
				|| TELEPHONE.matcher(formula).matches() || BOOK.matcher(formula).matches();
		return whole ? !frame.told() : DATE.matcher(formula).find();
	}

}
