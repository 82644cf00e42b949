package dev.babyagi.web;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * How long a client is willing to wait for the outcome of a request, as in {@code Prefer:
 * wait=30} (RFC 7240).
 *
 * @param duration the longest wait, from one second to one minute
 */
public record WaitPreference(Duration duration) {

	/** The response header that tells which preference was applied. */
	public static final String APPLIED = "Preference-Applied";

	private static final long LONGEST_SECONDS = 60;

	/**
	 * Reads the preference of a request. A malformed one is ignored, as the RFC demands;
	 * one that is longer than a minute counts as a minute.
	 * @param prefer the value of the {@code Prefer} header; several headers joined with
	 * commas
	 */
	public static Optional<WaitPreference> parse(@Nullable String prefer) {
		if (prefer == null) {
			return Optional.empty();
		}
		for (String preference : prefer.split(",", -1)) {
			Optional<WaitPreference> wait = read(preference.split(";", 2)[0].strip());
			if (wait.isPresent()) {
				return wait;
			}
		}
		return Optional.empty();
	}

	/** Returns the value of {@link #APPLIED}, such as {@code wait=30}. */
	public String applied() {
		return "wait=" + this.duration.toSeconds();
	}

	private static Optional<WaitPreference> read(String preference) {
		int equals = preference.indexOf('=');
		if (equals < 0 || !preference.substring(0, equals).strip().toLowerCase(Locale.ROOT).equals("wait")) {
			return Optional.empty();
		}
		String seconds = unquoted(preference.substring(equals + 1).strip());
		if (seconds.isEmpty() || !seconds.chars().allMatch((digit) -> digit >= '0' && digit <= '9')) {
			return Optional.empty();
		}
		long wait = (seconds.length() > 9) ? LONGEST_SECONDS : Math.min(LONGEST_SECONDS, Long.parseLong(seconds));
		return (wait > 0) ? Optional.of(new WaitPreference(Duration.ofSeconds(wait))) : Optional.empty();
	}

	private static String unquoted(String text) {
		boolean quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
		return quoted ? text.substring(1, text.length() - 1) : text;
	}

}
