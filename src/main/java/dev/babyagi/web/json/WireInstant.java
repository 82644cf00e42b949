package dev.babyagi.web.json;

import java.time.DateTimeException;
import java.time.Instant;

/**
 * Reads instants as the API takes them: ISO 8601 with a zone, in the years 0000 to 9999.
 * Java knows far more years than the databases do.
 */
public final class WireInstant {

	private static final Instant EARLIEST = Instant.parse("0000-01-01T00:00:00Z");

	private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999999Z");

	private WireInstant() {
	}

	/**
	 * Returns the instant that a text names.
	 * @throws DateTimeException if it names none
	 */
	public static Instant parse(String text) {
		Instant instant = Instant.parse(text);
		if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
			throw new DateTimeException("Not within the years 0000 to 9999");
		}
		return instant;
	}

}
