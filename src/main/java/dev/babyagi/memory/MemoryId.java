package dev.babyagi.memory;

import java.util.UUID;

import dev.babyagi.objective.WireId;

/**
 * Identifies a memory.
 *
 * @param id a UUIDv7
 */
public record MemoryId(UUID id) {

	/** The prefix of the text form. */
	public static final String PREFIX = "mem";

	/** A pattern for the text form. */
	public static final String PATTERN = "^mem_[0-7][0-9A-HJKMNP-TV-Z]{25}$";

	@Override
	public String toString() {
		return WireId.format(PREFIX, this.id);
	}

}
