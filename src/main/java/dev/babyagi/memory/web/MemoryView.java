package dev.babyagi.memory.web;

import java.time.Instant;
import java.util.Map;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import dev.babyagi.memory.Memory;
import dev.babyagi.memory.MemoryDraft.Statement;
import dev.babyagi.memory.MemoryHit;
import dev.babyagi.memory.MemoryKind;
import dev.babyagi.memory.MemoryTrust;
import dev.babyagi.objective.ContextId;
import dev.babyagi.objective.ObjectiveId;

/**
 * A memory. A turn has the id of its objective.
 *
 * @param id its id
 * @param text its words
 * @param kind what it is
 * @param contextId the context it belongs to; {@code null} for all contexts
 * @param subject who or what it is about
 * @param attribute which property of the subject it states
 * @param value the value of that property
 * @param trust how far it can be trusted
 * @param source {@code api}, or the id of the objective that gave rise to it
 * @param importance from 0 to 1
 * @param validFrom since when it is so
 * @param validTo when it stopped being so
 * @param supersededBy the memory that says otherwise since then
 * @param createdAt when it was stored
 * @param expiresAt when it stops being recalled
 * @param metadata names and values of the client's own
 */
@Schema(name = "Memory")
record MemoryView(@Schema(example = "mem_01M88EQ6FJEXDAV3FV4QHVJ051") String id,
		@Schema(example = "The user's favourite colour is green.") String text, MemoryKind kind,
		@Nullable String contextId, @Nullable String subject, @Nullable String attribute, @Nullable String value,
		MemoryTrust trust, @Schema(example = "api") String source, double importance, Instant validFrom,
		@Nullable Instant validTo, @Nullable String supersededBy, Instant createdAt, @Nullable Instant expiresAt,
		Map<String, String> metadata) {

	static MemoryView of(Memory memory) {
		Statement statement = memory.statement();
		return new MemoryView(memory.id().toString(), memory.text(), memory.kind(), text(memory.contextId()),
				(statement != null) ? statement.subject() : null, (statement != null) ? statement.attribute() : null,
				(statement != null) ? statement.value() : null, memory.trust(),
				(memory.objectiveId() != null) ? new ObjectiveId(memory.objectiveId()).toString() : "api",
				memory.importance(), memory.validFrom(), memory.validTo(), text(memory.supersededBy()),
				memory.createdAt(), memory.expiresAt(), memory.metadata());
	}

	/** The view of a turn, which has no row. */
	static MemoryView of(MemoryHit turn) {
		String objective = new ObjectiveId(turn.id()).toString();
		return new MemoryView(objective, turn.text(), turn.kind(),
				(turn.contextId() != null) ? new ContextId(turn.contextId()).toString() : null, null, null, null,
				turn.trust(), objective, turn.importance(), turn.validFrom(), null, null, turn.validFrom(), null,
				Map.of());
	}

	private static @Nullable String text(@Nullable Object id) {
		return (id != null) ? id.toString() : null;
	}

}
