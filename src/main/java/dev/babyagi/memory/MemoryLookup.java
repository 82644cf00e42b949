package dev.babyagi.memory;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.babyagi.objective.ContextId;
import dev.babyagi.objective.ObjectiveId;
import dev.babyagi.objective.Objectives;

/**
 * Looks memories up by what they are about and by id, for those who write new ones.
 */
@Component
public class MemoryLookup implements CurrentHits {

	private final MemoryRows rows;

	private final MemoryTombstones tombstones;

	private final Objectives objectives;

	private final Clock clock;

	MemoryLookup(MemoryRows rows, MemoryTombstones tombstones, Objectives objectives, Clock clock) {
		this.rows = rows;
		this.tombstones = tombstones;
		this.objectives = objectives;
		this.clock = clock;
	}

	/**
	 * Returns the names that current statements of a scope use, as
	 * {@code subject: attribute}, those of the newest statements first.
	 * @param contextId the context, or {@code null} for what belongs to none
	 */
	@Transactional(readOnly = true)
	public List<String> attributes(String tenant, @Nullable ContextId contextId, int limit) {
		List<Object[]> names = (contextId != null)
				? this.rows.attributes(tenant, contextId.id(), this.clock.instant(), Limit.of(limit))
				: this.rows.attributesOfNoContext(tenant, this.clock.instant(), Limit.of(limit));
		return names.stream().map((name) -> name[0] + ": " + name[1]).distinct().toList();
	}

	/**
	 * Returns the words of memories and of turns.
	 * @param ids the ids of memories, or of objectives whose turns are meant; others are
	 * ignored
	 */
	@Transactional(readOnly = true)
	public List<String> texts(String tenant, Collection<UUID> ids) {
		List<String> texts = new ArrayList<>();
		for (UUID id : ids) {
			this.rows.findByIdAndTenant(id, tenant).ifPresent((memory) -> texts.add(words(memory)));
			this.objectives.find(new ObjectiveId(id), tenant)
				.ifPresent((objective) -> texts.add(objective.text() + "\n" + AnswerText.of(objective.result())));
		}
		return texts;
	}

	/**
	 * An index may be a second behind its rows; nothing outdated is recalled for that.
	 */
	@Override
	@Transactional(readOnly = true)
	public List<MemoryHit> current(List<MemoryHit> hits) {
		List<UUID> ids = hits.stream().map(MemoryHit::id).toList();
		Set<UUID> current = new HashSet<>();
		this.rows.findAllById(ids)
			.stream()
			.filter((memory) -> memory.supersededBy() == null)
			.forEach((memory) -> current.add(memory.getId()));
		hits.stream().filter((hit) -> hit.kind() == MemoryKind.TURN).forEach((turn) -> current.add(turn.id()));
		this.tombstones.findAllById(ids).forEach((forgotten) -> current.remove(forgotten.getId()));
		return hits.stream().filter((hit) -> current.contains(hit.id())).toList();
	}

	private static String words(Memory memory) {
		MemoryDraft.Statement statement = memory.statement();
		return (statement != null) ? memory.text() + "\n" + statement.value() : memory.text();
	}

}
