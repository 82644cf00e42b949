package dev.babyagi.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.babyagi.objective.Objective;
import dev.babyagi.objective.ObjectiveId;
import dev.babyagi.objective.Objectives;

/**
 * What an index reads: the changes in the order in which they were written, and the rows
 * behind them. A change may become visible up to half a minute after its instant, because
 * its commit came late; readers read that time again.
 */
@Component
public class MemoryFeed {

	private final MemoryRows rows;

	private final MemoryTombstones tombstones;

	private final Objectives objectives;

	MemoryFeed(MemoryRows rows, MemoryTombstones tombstones, Objectives objectives) {
		this.rows = rows;
		this.tombstones = tombstones;
		this.objectives = objectives;
	}

	/**
	 * Returns the changes after an instant, oldest first.
	 * @param limit the most to return; as many or more are there if so many come back
	 */
	@Transactional(readOnly = true)
	public List<MemoryChange> changesAfter(Instant after, int limit) {
		Stream<MemoryChange> written = this.rows.changedAfter(after, Limit.of(limit))
			.stream()
			.map((row) -> new MemoryChange((UUID) row[0], (Instant) row[1], false));
		Stream<MemoryChange> erased = this.tombstones.changedAfter(after, Limit.of(limit))
			.stream()
			.map((row) -> new MemoryChange((UUID) row[0], (Instant) row[1], true));
		return Stream.concat(written, erased).sorted(Comparator.comparing(MemoryChange::at)).limit(limit).toList();
	}

	/**
	 * Whether something changed after an instant that is worth an index. Episodes of
	 * objectives without a context are not, as long as there is nothing else.
	 */
	@Transactional(readOnly = true)
	public boolean isRecallableAfter(Instant after) {
		return !this.rows.recallableAfter(after, Limit.of(1)).isEmpty();
	}

	/** Whether a tenant has any memory. */
	@Transactional(readOnly = true)
	public boolean hasAny(String tenant) {
		return this.rows.existsByTenant(tenant);
	}

	/**
	 * Returns what an index should hold of the given memories. An episode of a context
	 * brings its turn along, as long as its objective is there.
	 */
	@Transactional(readOnly = true)
	public List<IndexedMemory> read(Collection<UUID> ids) {
		List<IndexedMemory> documents = new ArrayList<>();
		for (Memory memory : this.rows.findAllById(ids)) {
			documents.add(document(memory));
			turn(memory).ifPresent(documents::add);
		}
		return documents;
	}

	private static IndexedMemory document(Memory memory) {
		return new IndexedMemory(memory.getId(), memory.tenant(), context(memory), memory.kind(), memory.trust(),
				memory.text(), memory.importance(), memory.objectiveId(), memory.validFrom(), memory.expiresAt(),
				memory.supersededBy() != null, memory.kind() != MemoryKind.EPISODE);
	}

	private Optional<IndexedMemory> turn(Memory memory) {
		UUID objectiveId = memory.objectiveId();
		UUID context = context(memory);
		if (memory.kind() != MemoryKind.EPISODE || context == null || objectiveId == null
				|| this.tombstones.existsById(objectiveId)) {
			return Optional.empty();
		}
		MemoryTrust trust = (memory.trust() == MemoryTrust.UNTRUSTED) ? MemoryTrust.UNTRUSTED : MemoryTrust.MODEL;
		return this.objectives.find(new ObjectiveId(objectiveId), memory.tenant())
			.map((objective) -> new IndexedMemory(objectiveId, memory.tenant(), context, MemoryKind.TURN, trust,
					text(objective), memory.importance(), objectiveId, objective.createdAt(), null, false, true));
	}

	private static @Nullable UUID context(Memory memory) {
		return (memory.contextId() != null) ? memory.contextId().id() : null;
	}

	private static String text(Objective objective) {
		String answer = AnswerText.of(objective.result());
		return answer.isEmpty() ? objective.text() : objective.text() + "\n\n" + answer;
	}

}
