package dev.babyagi.memory;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.EntityManager;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import dev.babyagi.memory.MemoryDraft.Statement;
import dev.babyagi.objective.IdGenerator;

/**
 * Remembers and forgets. Every method that writes runs in the caller's transaction.
 */
@Component
public class Memories {

	/** The longest history of a memory that is followed. */
	private static final int LONGEST_HISTORY = 1000;

	private final MemoryRows rows;

	private final MemorySources sources;

	private final MemoryTombstones tombstones;

	private final EntityManager entities;

	private final IdGenerator ids;

	private final Clock clock;

	Memories(MemoryRows rows, MemorySources sources, MemoryTombstones tombstones, EntityManager entities,
			IdGenerator ids, Clock clock) {
		this.rows = rows;
		this.sources = sources;
		this.tombstones = tombstones;
		this.entities = entities;
		this.ids = ids;
		this.clock = clock;
	}

	/**
	 * Stores a memory. The same words in the same scope, or the same value of the same
	 * attribute, are one memory. Another value supersedes what is there, unless it is the
	 * older of the two.
	 * @param draft what to remember
	 * @return the memory that now says it; nothing if it was forgotten and comes from an
	 * objective
	 * @throws org.springframework.dao.DataIntegrityViolationException if the same was
	 * stored at the same time: a repetition finds it
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Optional<Remembered> remember(String tenant, MemoryDraft draft) {
		MemoryScope scope = new MemoryScope(tenant, (draft.contextId() != null) ? draft.contextId().id() : null);
		String digest = scope.digest(draft.kind(), draft.text());
		if (digest != null && draft.objectiveId() != null && this.tombstones.existsByDigest(digest)) {
			return Optional.empty();
		}
		Memory same = same(scope, digest, draft);
		return Optional.of((same != null) ? confirm(same, draft) : store(tenant, scope, draft));
	}

	private @Nullable Memory same(MemoryScope scope, @Nullable String digest, MemoryDraft draft) {
		Memory same = (digest != null) ? this.rows.findByDigest(digest).orElse(null) : null;
		Statement statement = draft.statement();
		if (same != null || statement == null) {
			return same;
		}
		return current(scope, statement).filter((memory) -> saysTheSame(memory, statement)).orElse(null);
	}

	private Optional<Memory> current(MemoryScope scope, @Nullable Statement statement) {
		String key = scope.factKey(statement);
		return (key != null) ? this.rows.findByFactKey(key) : Optional.empty();
	}

	private static boolean saysTheSame(Memory memory, Statement statement) {
		Statement there = memory.statement();
		return there != null && MemoryScope.words(there.value()).equals(MemoryScope.words(statement.value()));
	}

	private Remembered confirm(Memory same, MemoryDraft draft) {
		if (draft.objectiveId() != null) {
			this.sources.add(same, draft.objectiveId());
		}
		else if (same.objectiveId() != null && draft.trust() == MemoryTrust.USER) {
			same.confirm(this.clock.instant());
			this.sources.erase(same.getId());
		}
		return new Remembered(same, false);
	}

	private Remembered store(String tenant, MemoryScope scope, MemoryDraft draft) {
		Instant now = this.clock.instant();
		Memory memory = new Memory(this.ids.next(), tenant, draft, now);
		current(scope, draft.statement()).ifPresent((earlier) -> {
			if (draft.validFrom().isBefore(earlier.validFrom())) {
				memory.supersede(earlier.getId(), earlier.validFrom(), now);
			}
			else {
				earlier.supersede(memory.getId(), draft.validFrom(), now);
			}
			this.entities.flush();
		});
		this.entities.persist(memory);
		if (draft.objectiveId() != null && draft.kind() != MemoryKind.EPISODE) {
			this.sources.add(memory, draft.objectiveId());
		}
		return new Remembered(memory, true);
	}

	/** Finds a memory of a tenant. */
	public Optional<Memory> find(String tenant, UUID id) {
		return this.rows.findByIdAndTenant(id, tenant);
	}

	/**
	 * Returns everything that was said about what a memory says, oldest first: the
	 * memories that it supersedes, itself, and those that supersede it.
	 */
	@Transactional(readOnly = true)
	public List<Memory> history(Memory memory) {
		List<Memory> history = new ArrayList<>();
		history.add(memory);
		for (int index = 0; index < history.size() && index < LONGEST_HISTORY; index++) {
			history.addAll(this.rows.findBySupersededByAndTenant(history.get(index).getId(), memory.tenant()));
		}
		MemoryId next = memory.supersededBy();
		while (next != null && history.size() < LONGEST_HISTORY) {
			Memory successor = find(memory.tenant(), next.id()).orElse(null);
			if (successor != null) {
				history.add(successor);
			}
			next = (successor != null) ? successor.supersededBy() : null;
		}
		history.sort((one, other) -> one.validFrom().compareTo(other.validFrom()));
		return history;
	}

	/**
	 * Erases a memory: its row, its vectors, and at the next look of each replica its
	 * place in the index. What is left is a tombstone without words.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void forget(Memory memory) {
		MemoryScope scope = new MemoryScope(memory.tenant(),
				(memory.contextId() != null) ? memory.contextId().id() : null);
		this.sources.erase(memory.getId());
		this.rows.delete(memory);
		this.entities.persist(new MemoryTombstone(memory.getId(), memory.tenant(),
				scope.digest(memory.kind(), memory.text()), this.clock.instant()));
	}

	/**
	 * The memory that says what was to be remembered.
	 *
	 * @param memory the memory
	 * @param created whether it is new
	 */
	public record Remembered(Memory memory, boolean created) {

	}

}
