package dev.babyagi.objective;

import java.util.List;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;

/**
 * What an objective does with what was said and learned before.
 *
 * @param reads whether earlier rounds and memories are shown to it
 * @param writes whether it is remembered
 * @param references the ids of earlier objectives that are shown to it in any case
 */
@Embeddable
public record MemoryUse(@Column(name = "memory_read") boolean reads, @Column(name = "memory_write") boolean writes,
		@Column(name = "reference_ids") @Convert(converter = ReferenceIds.class) List<UUID> references) {

	/** It reads and writes, and refers to no other objective. */
	public static final MemoryUse USUAL = new MemoryUse(true, true, List.of());

	public MemoryUse {
		references = List.copyOf(references);
	}

}
