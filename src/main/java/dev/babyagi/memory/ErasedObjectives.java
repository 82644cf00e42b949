package dev.babyagi.memory;

import java.time.Clock;
import java.util.UUID;

import jakarta.persistence.EntityManager;
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

	private final EntityManager entities;

	private final Clock clock;

	ErasedObjectives(Memories memories, MemoryRows rows, MemorySources sources, EntityManager entities, Clock clock) {
		this.memories = memories;
		this.rows = rows;
		this.sources = sources;
		this.entities = entities;
		this.clock = clock;
	}

	@EventListener
	void on(ObjectiveErased erased) {
		UUID objective = erased.id().id();
		boolean hasTurn = this.rows.findEpisodes(objective).stream().anyMatch((episode) -> episode.contextId() != null);
		if (erased.cause() == ObjectiveErased.Cause.CLIENT) {
			this.sources.withdraw(objective).forEach((id) -> this.rows.findById(id).ifPresent(this.memories::forget));
			this.rows.findEpisodes(objective).forEach(this.memories::forget);
		}
		if (hasTurn && this.entities.find(MemoryTombstone.class, objective) == null) {
			this.entities.persist(new MemoryTombstone(objective, erased.tenant(), null, this.clock.instant()));
		}
	}

}
