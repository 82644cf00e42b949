package dev.babyagi.learning;

import java.util.UUID;

import dev.babyagi.objective.WireId;

/**
 * Identifies feedback.
 *
 * @param id a UUIDv7
 */
public record FeedbackId(UUID id) {

	/** The prefix of the text form. */
	public static final String PREFIX = "fbk";

	/** A pattern for the text form. */
	public static final String PATTERN = "^fbk_[0-7][0-9A-HJKMNP-TV-Z]{25}$";

	@Override
	public String toString() {
		return WireId.format(PREFIX, this.id);
	}

}
