package dev.babyagi.memory;

import java.time.Instant;
import java.util.UUID;

/**
 * A change that an index has to follow.
 *
 * @param id the id of the memory, or of the objective that was a turn
 * @param at when it was written, by the clock of the database
 * @param erased whether it is gone
 */
public record MemoryChange(UUID id, Instant at, boolean erased) {

}
