package dev.babyagi.memory;

import java.util.UUID;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import dev.babyagi.objective.ObjectiveErased;

/**
 * Erases what an erased objective leaves in memory, in the same commit. If a client
 * erased it, that is every memory that only it gave rise to. Retention erases the
 * objective alone, so only its turn goes.
 */
@Component
class ErasedObjectives {

	private final Memories memories;

	private final MemoryRows rows;

	private final MemorySources sources;

	ErasedObjectives(Memories memories, MemoryRows rows, MemorySources sources) {
		this.memories = memories;
		this.rows = rows;
		this.sources = sources;
	}

	@EventListener
	void on(ObjectiveErased erased) {
		UUID objective = erased.id().id();
		boolean hasTurn = this.rows.findEpisodes(objective).stream().anyMatch((episode) -> episode.contextId() != null);
		if (erased.cause() == ObjectiveErased.Cause.CLIENT) {
			this.sources.withdraw(objective).forEach((id) -> this.rows.findById(id).ifPresent(this.memories::forget));
			this.rows.findEpisodes(objective).forEach(this.memories::forget);
		}
		if (hasTurn) {
			this.memories.forgetTurn(erased.tenant(), objective);
		}
	}

}
