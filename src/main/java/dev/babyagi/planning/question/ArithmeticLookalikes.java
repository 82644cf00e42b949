package dev.babyagi.planning.question;

import java.util.regex.Pattern;

/**
 * Recognizes texts that look like a formula but are something else: dates, telephone
 * numbers, book numbers.
 */
final class ArithmeticLookalikes {

	private static final String DAY_OR_MONTH = "(?:0?[1-9]|[12]\\d|3[01])";

	private static final String YEAR = "(?:19|20)\\d{2}";

	/**
	 * Matches 2024-5-1, 2024/5/1, 1/5/2024 and 1-5-2024, unless the text before or after
	 * continues them.
	 */
	private static final Pattern DATE = Pattern
		.compile("(?<![\\d.,/-])(?:%2$s([/-])%1$s\\1%1$s|%1$s([/-])%1$s\\2%2$s)(?![\\d/-]|\\.\\d)"
			.formatted(DAY_OR_MONTH, YEAR));

	private static final Pattern SHORT_DATE = Pattern.compile("%1$s/%1$s/\\d{2}".formatted(DAY_OR_MONTH));

	private static final Pattern TELEPHONE = Pattern.compile("(?:\\d{1,2}-)?\\d{3}-\\d{3}-\\d{4}|\\d{3}-\\d{2}-\\d{4}");

	private static final Pattern BOOK = Pattern.compile("97[89]-\\d{1,5}-\\d{1,7}-\\d{1,7}-\\d");

	/** Matches 2024-11, 11/2024, 2020-21 and 2020-2021. */
	private static final Pattern MONTH_OR_YEARS = Pattern
		.compile("%2$s[-/](?:\\d{2}|[1-9]|%2$s)|(?:0?[1-9]|1[0-2])[-/]%2$s".formatted(DAY_OR_MONTH, YEAR));

	/** Matches 555-1234, 9-1-1, 90-60-90 and 24/7. */
	private static final Pattern CODE = Pattern
		.compile("\\d{3}-\\d{4}|\\d-\\d-\\d|\\d{2}-\\d{2}-\\d{2}|\\d{3}-\\d{3}-\\d{3}|24/7");

	private ArithmeticLookalikes() {
	}

	/**
	 * Returns whether the text is not to be read as a formula. If the text clearly asks
	 * for a computation, only a date in it counts.
	 */
	static boolean include(QuestionFrame frame) {
		String formula = frame.formula();
		boolean whole = DATE.matcher(formula).matches() || SHORT_DATE.matcher(formula).matches()
				|| TELEPHONE.matcher(formula).matches() || BOOK.matcher(formula).matches()
				|| MONTH_OR_YEARS.matcher(formula).matches() || CODE.matcher(formula).matches();
		return whole ? !frame.told() : DATE.matcher(formula).find();
	}

}
