package dev.babyagi.reply;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.OffsetDateTime;
import java.time.format.TextStyle;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;

/**
 * Reads the only date of a reply, in ISO 8601. An ambiguous date such as 03/04/2026 does
 * not count as a date.
 */
public final class DateReader {

	private static final Pattern ISO = Pattern.compile(
			"\\b\\d{4}-\\d{2}-\\d{2}(?:[T ]\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?(?:Z|[+-]\\d{2}:\\d{2})?)?\\b");

	private static final Pattern YEAR_FIRST = Pattern
		.compile("\\b(\\d{4})(?:/|\\s?年\\s?)(\\d{1,2})(?:/|\\s?月\\s?)(\\d{1,2})\\b");

	private static final String MONTHS = Stream.of(Month.values())
		.map((month) -> month.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
		.map((name) -> (name.length() > 3) ? name.substring(0, 3) + "(?:" + name.substring(3) + ")?" : name)
		.collect(Collectors.joining("|"));

	private static final Pattern MONTH_FIRST = Pattern
		.compile("(?i)\\b(" + MONTHS + ")\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})\\b");

	private static final Pattern DAY_FIRST = Pattern
		.compile("(?i)\\b(\\d{1,2})(?:st|nd|rd|th)?(?: of)? (" + MONTHS + ")\\.?,? (\\d{4})\\b");

	private DateReader() {
	}

	public static ReadingResult read(String reply) {
		String plain = FinalAnswerLocator.withoutEmphasis(reply);
		Set<String> dates = dates(plain);
		if (dates.size() != 1) {
			dates = FinalAnswerLocator.afterMarker(plain).map(DateReader::dates).orElse(dates);
		}
		return (dates.size() == 1) ? new ReadingResult.Value(ExactJson.text(dates.iterator().next()))
				: new ReadingResult.Unreadable("One date was expected, as in 2026-03-01. Reply with the date alone");
	}

	private static Set<String> dates(String text) {
		Set<String> dates = new LinkedHashSet<>();
		each(ISO, text, (found) -> addIso(dates, found.group().replace(' ', 'T')));
		each(YEAR_FIRST, text, (found) -> add(dates, found.group(1), number(found.group(2)), found.group(3)));
		each(MONTH_FIRST, text, (found) -> add(dates, found.group(3), month(found.group(1)), found.group(2)));
		each(DAY_FIRST, text, (found) -> add(dates, found.group(3), month(found.group(2)), found.group(1)));
		return dates;
	}

	private static void each(Pattern pattern, String text, Consumer<Matcher> found) {
		Matcher matcher = pattern.matcher(text);
		while (matcher.find()) {
			found.accept(matcher);
		}
	}

	private static void addIso(Set<String> dates, String text) {
		try {
			check(text);
			dates.add(text);
		}
		catch (DateTimeException ex) {
			// A day that does not exist is not a date.
		}
	}

	private static void check(String text) {
		if (text.indexOf('T') < 0) {
			LocalDate.parse(text);
		}
		else if (text.endsWith("Z") || text.lastIndexOf('+') > 0 || text.lastIndexOf('-') > text.indexOf('T')) {
			OffsetDateTime.parse(text);
		}
		else {
			LocalDateTime.parse(text);
		}
	}

	private static void add(Set<String> dates, String year, int month, String day) {
		try {
			dates.add(LocalDate.of(number(year), month, number(day)).toString());
		}
		catch (DateTimeException ex) {
			// As above.
		}
	}

	private static int month(String name) {
		String start = name.substring(0, 3).toUpperCase(Locale.ROOT);
		return Stream.of(Month.values())
			.filter((month) -> month.name().startsWith(start))
			.findFirst()
			.orElseThrow()
			.getValue();
	}

	private static int number(String digits) {
		return Integer.parseInt(digits);
	}

}
