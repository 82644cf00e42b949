package dev.babyagi.memory;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What an index holds of a memory or of a turn.
 *
 * @param id the id of the memory, or of the objective if it is a turn
 * @param tenant whose it is
 * @param contextId the context it belongs to, or {@code null}
 * @param kind its kind
 * @param trust how far it can be trusted
 * @param text its words; of a turn the objective and its answer, in two paragraphs
 * @param importance from 0 to 1
 * @param objectiveId the objective that gave rise to it, or {@code null}
 * @param validFrom since when it is so
 * @param expiresAt when it stops being recalled, or {@code null} for never
 * @param superseded whether a newer memory says otherwise
 * @param embedded whether it is to have a vector
 */
public record IndexedMemory(UUID id, String tenant, @Nullable UUID contextId, MemoryKind kind, MemoryTrust trust,
		String text, double importance, @Nullable UUID objectiveId, Instant validFrom, @Nullable Instant expiresAt,
		boolean superseded, boolean embedded) {

}
