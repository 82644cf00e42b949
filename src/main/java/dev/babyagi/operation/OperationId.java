package dev.babyagi.operation;

import java.util.UUID;

import dev.babyagi.objective.WireId;

/**
 * Identifies an operation.
 *
 * @param id a UUIDv7
 */
public record OperationId(UUID id) {

	/** The prefix of the text form. */
	public static final String PREFIX = "opr";

	/** A pattern for the text form. */
	public static final String PATTERN = "^opr_[0-7][0-9A-HJKMNP-TV-Z]{25}$";

	@Override
	public String toString() {
		return WireId.format(PREFIX, this.id);
	}

}
