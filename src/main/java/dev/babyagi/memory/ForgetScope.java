package dev.babyagi.memory;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.babyagi.objective.ContextId;

/**
 * What is to be forgotten; each criterion narrows it, and {@code null} or empty leaves
 * one out.
 *
 * @param about memories that contain each of these words, in any order
 * @param contextId memories of this context
 * @param kinds memories of these kinds
 * @param ids these memories, or the objectives of turns
 * @param createdBefore memories created earlier than this
 */
public record ForgetScope(@Nullable String about, @Nullable ContextId contextId, Set<MemoryKind> kinds, Set<UUID> ids,
		@Nullable Instant createdBefore) {

	public ForgetScope {
		kinds = Set.copyOf(kinds);
		ids = Set.copyOf(ids);
	}

	/** Whether it names anything less than all memories of the tenant. */
	public boolean isNarrow() {
		return !words().isEmpty() || this.contextId != null || !this.ids.isEmpty();
	}

	/** The words that must occur, folded as {@link MemoryScope#words} does. */
	List<String> words() {
		return (this.about != null && !this.about.isBlank()) ? List.of(MemoryScope.words(this.about).split(" "))
				: List.of();
	}

	boolean includes(MemoryKind kind) {
		return this.kinds.isEmpty() || this.kinds.contains(kind);
	}

}
