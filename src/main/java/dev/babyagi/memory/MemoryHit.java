package dev.babyagi.memory;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.babyagi.objective.ContextId;
import dev.babyagi.objective.ObjectiveId;

/**
 * A memory that was found, as the index has it, with its score explained.
 *
 * @param id the id of the memory, or of the objective if it is a turn
 * @param kind its kind
 * @param trust how far it can be trusted
 * @param text its words; of a turn the objective and its answer, in two paragraphs
 * @param contextId the context it belongs to, or {@code null}
 * @param objectiveId the objective that gave rise to it, or {@code null}
 * @param validFrom since when it is so
 * @param current whether nothing has superseded it and it has not expired
 * @param score from 0 to 1: what it was ranked by
 * @param bm25 from 0 to 1: how well its words fit, beside the other candidates
 * @param dense from 0 to 1: how near its vector is, beside the other candidates
 * @param recency from 0 to 1
 * @param importance from 0 to 1
 */
public record MemoryHit(UUID id, MemoryKind kind, MemoryTrust trust, String text, @Nullable UUID contextId,
		@Nullable UUID objectiveId, Instant validFrom, boolean current, double score, double bm25, double dense,
		double recency, double importance) {

	/** A memory that was not searched for. */
	static MemoryHit of(Memory memory) {
		ContextId context = memory.contextId();
		return new MemoryHit(memory.getId(), memory.kind(), memory.trust(), memory.text(),
				(context != null) ? context.id() : null, memory.objectiveId(), memory.validFrom(), true, 1, 0, 0, 0,
				memory.importance());
	}

	/** The id as clients see it: of a memory, or of the objective that is a turn. */
	public String wireId() {
		return (this.kind == MemoryKind.TURN) ? new ObjectiveId(this.id).toString() : new MemoryId(this.id).toString();
	}

}
