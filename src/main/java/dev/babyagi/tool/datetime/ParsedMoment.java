package dev.babyagi.tool.datetime;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAccessor;

/**
 * Reads and writes dates ({@link LocalDate}) and moments ({@link ZonedDateTime}) in ISO
 * 8601.
 */
final class ParsedMoment {

	private ParsedMoment() {
	}

	/**
	 * Reads a date, a moment, {@code now} or {@code today}.
	 * @param zone the zone of a date and time without one
	 * @throws Unclear if the text is none of them
	 */
	static Temporal read(String text, Clock clock, ZoneId zone) {
		String stripped = text.strip();
		return switch (stripped) {
			case "now" -> ZonedDateTime.now(clock).withZoneSameInstant(zone);
			case "today" -> LocalDate.now(clock.withZone(zone));
			default -> parse(stripped, zone);
		};
	}

	/**
	 * Returns the time zone with this name.
	 * @throws Unclear if there is none
	 */
	static ZoneId zone(String name) {
		try {
			return ZoneId.of(name);
		}
		catch (DateTimeException ex) {
			throw new Unclear(
					"Unknown time zone '%s'; use an IANA name such as Europe/Oslo, which the operation zones finds"
						.formatted(name));
		}
	}

	/** Writes dates as they are, and moments to the second with their offset. */
	static String text(Temporal date) {
		return (date instanceof LocalDate) ? date.toString()
				: DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(date.with(ChronoField.NANO_OF_SECOND, 0));
	}

	private static Temporal parse(String text, ZoneId zone) {
		try {
			if (text.length() <= "2026-03-01".length()) {
				return LocalDate.parse(text);
			}
			TemporalAccessor parsed = DateTimeFormatter.ISO_DATE_TIME.parseBest(text.replace(' ', 'T'),
					ZonedDateTime::from, LocalDateTime::from);
			return (parsed instanceof LocalDateTime local) ? local.atZone(zone) : ZonedDateTime.from(parsed);
		}
		catch (DateTimeException ex) {
			throw new Unclear("'%s' is not a date; write 2026-03-01, 2026-03-01T10:00 or 2026-03-01T10:00:00+01:00"
				.formatted(text));
		}
	}

	/**
	 * A text is not a moment, or a name is not a time zone. The message says what to
	 * write.
	 */
	static final class Unclear extends RuntimeException {

		Unclear(String message) {
			super(message, null, false, false);
		}

	}

}
