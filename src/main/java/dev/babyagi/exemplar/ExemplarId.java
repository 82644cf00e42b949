package dev.babyagi.exemplar;

import java.util.UUID;

import dev.babyagi.objective.WireId;

/**
 * Identifies an exemplar.
 *
 * @param id a UUIDv7
 */
public record ExemplarId(UUID id) {

	/** The prefix of the text form. */
	public static final String PREFIX = "exm";

	/** A pattern for the text form. */
	public static final String PATTERN = "^exm_[0-7][0-9A-HJKMNP-TV-Z]{25}$";

	@Override
	public String toString() {
		return WireId.format(PREFIX, this.id);
	}

}
