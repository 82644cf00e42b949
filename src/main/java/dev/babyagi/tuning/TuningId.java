package dev.babyagi.tuning;

import java.util.Locale;
import java.util.UUID;

import dev.babyagi.objective.WireId;

/**
 * Identifies a fine-tuning.
 *
 * @param id a UUIDv7
 */
public record TuningId(UUID id) {

	/** The prefix of the text form. */
	public static final String PREFIX = "ftn";

	/** A pattern for the text form. */
	public static final String PATTERN = "^ftn_[0-7][0-9A-HJKMNP-TV-Z]{25}$";

	@Override
	public String toString() {
		return WireId.format(PREFIX, this.id);
	}

	/**
	 * The suffix that the provider is given, by which its job is found again: at most 18
	 * characters, as providers demand.
	 */
	String suffix() {
		String text = toString().toLowerCase(Locale.ROOT);
		return "ftn-" + text.substring(text.length() - 14);
	}

}
