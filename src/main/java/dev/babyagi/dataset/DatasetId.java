package dev.babyagi.dataset;

import java.util.UUID;

import dev.babyagi.objective.WireId;

/**
 * Identifies a dataset.
 *
 * @param id a UUIDv7
 */
public record DatasetId(UUID id) {

	/** The prefix of the text form. */
	public static final String PREFIX = "dts";

	/** A pattern for the text form. */
	public static final String PATTERN = "^dts_[0-7][0-9A-HJKMNP-TV-Z]{25}$";

	@Override
	public String toString() {
		return WireId.format(PREFIX, this.id);
	}

}
