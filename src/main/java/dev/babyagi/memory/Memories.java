package dev.babyagi.memory;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.EntityManager;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import dev.babyagi.memory.MemoryDraft.Statement;
import dev.babyagi.objective.ContextId;
import dev.babyagi.objective.IdGenerator;
import dev.babyagi.objective.ObjectiveId;
import dev.babyagi.redaction.SecretPatterns;

/**
 * Remembers and forgets. Every method that writes runs in the caller's transaction.
 */
@Component
public class Memories {

	/** The longest history of a memory that is followed. */
	private static final int LONGEST_HISTORY = 1000;

	/** Wishes that every objective sees. */
	private static final int MOST_PREFERENCES = 5;

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
	 * attribute, are one memory. Another value supersedes what is there, unless it is
	 * older or less trusted: then it is what was superseded.
	 * @param draft what to remember
	 * @return the memory that now says it; nothing if it was forgotten after it was said
	 * @throws SecretLikeText if it holds what looks like a secret; the transaction can
	 * only be rolled back then, so work that must not fail asks {@link SecretPatterns}
	 * before
	 * @throws org.springframework.dao.DataIntegrityViolationException if the same was
	 * stored at the same time: a repetition finds it
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Optional<Remembered> remember(String tenant, MemoryDraft draft) {
		draft.secretKind().ifPresent((kind) -> {
			throw new SecretLikeText(kind);
		});
		MemoryScope scope = new MemoryScope(tenant, (draft.contextId() != null) ? draft.contextId().id() : null);
		String digest = scope.digest(draft.kind(), draft.text());
		if (digest != null && this.tombstones.existsByDigestAndChangedAtAfter(digest, draft.validFrom())) {
			return Optional.empty();
		}
		Memory same = same(scope, digest, draft);
		return Optional.of((same != null) ? confirm(same, draft) : store(tenant, scope, draft));
	}

	/** What has expired is in nobody's way any more. */
	private Optional<Memory> unlessExpired(Optional<Memory> found) {
		Instant now = this.clock.instant();
		if (found.isEmpty() || !found.get().hasExpired(now)) {
			return found;
		}
		found.get().expire(now);
		this.entities.flush();
		return Optional.empty();
	}

	private @Nullable Memory same(MemoryScope scope, @Nullable String digest, MemoryDraft draft) {
		Memory same = (digest != null) ? unlessExpired(this.rows.findByDigest(digest)).orElse(null) : null;
		Statement statement = draft.statement();
		if (same != null || statement == null) {
			return same;
		}
		return current(scope, statement).filter((memory) -> saysTheSame(memory, statement)).orElse(null);
	}

	private Optional<Memory> current(MemoryScope scope, @Nullable Statement statement) {
		String key = scope.factKey(statement);
		return (key != null) ? unlessExpired(this.rows.findByFactKey(key)) : Optional.empty();
	}

	private static boolean saysTheSame(Memory memory, Statement statement) {
		Statement there = memory.statement();
		return there != null && NormalizedText.words(there.value()).equals(NormalizedText.words(statement.value()));
	}

	private Remembered confirm(Memory same, MemoryDraft draft) {
		if (draft.objectiveId() != null) {
			this.sources.add(same, draft.objectiveId());
		}
		else if (draft.trust() == MemoryTrust.USER && !(same.objectiveId() == null && same.trust().isForPlanner())) {
			same.confirm(this.clock.instant());
			this.sources.erase(same.getId());
		}
		return new Remembered(same, false);
	}

	private Remembered store(String tenant, MemoryScope scope, MemoryDraft draft) {
		Instant now = this.clock.instant();
		Memory there = current(scope, draft.statement()).orElse(null);
		if (there != null && !isNewer(draft, there)) {
			Memory doubted = doubted(there, draft);
			if (doubted != null) {
				return new Remembered(doubted, false);
			}
		}
		Memory memory = new Memory(this.ids.next(), tenant, draft, now);
		if (there != null) {
			if (draft.validFrom().isBefore(there.validFrom())) {
				memory.supersede(there.getId(), there.validFrom(), now);
			}
			else if (draft.trust().isBelow(there.trust())) {
				memory.supersede(there.getId(), draft.validFrom(), now);
			}
			else {
				there.supersede(memory.getId(), draft.validFrom(), now);
			}
			this.entities.flush();
		}
		this.entities.persist(memory);
		if (draft.objectiveId() != null && draft.kind() != MemoryKind.EPISODE) {
			this.sources.add(memory, draft.objectiveId());
		}
		return new Remembered(memory, true);
	}

	private static boolean isNewer(MemoryDraft draft, Memory there) {
		return !draft.validFrom().isBefore(there.validFrom()) && !draft.trust().isBelow(there.trust());
	}

	/** The memory that says the same and was superseded when it came, or {@code null}. */
	private @Nullable Memory doubted(Memory there, MemoryDraft draft) {
		Statement statement = Objects.requireNonNull(draft.statement());
		return this.rows.findBySupersededByAndTenant(there.getId(), there.tenant())
			.stream()
			.filter((memory) -> memory.trust() == draft.trust() && saysTheSame(memory, statement))
			.findFirst()
			.orElse(null);
	}

	/**
	 * Stores memories in the order in which they were said, see {@link #remember}.
	 * @return the memories that now say it, in the same order
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public List<Remembered> rememberAll(String tenant, List<MemoryDraft> drafts) {
		return drafts.stream().flatMap((draft) -> remember(tenant, draft).stream()).toList();
	}

	/**
	 * Counts the episode of an objective, and its turn, among those of a context.
	 * @return whether it was of no context before
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public boolean join(ObjectiveId objective, ContextId context) {
		List<Memory> episodes = this.rows.findEpisodes(objective.id())
			.stream()
			.filter((episode) -> episode.contextId() == null)
			.toList();
		Instant now = this.clock.instant();
		episodes.forEach((episode) -> episode.join(context, now));
		return !episodes.isEmpty();
	}

	/** At most {@code limit} memories that the filter matches, newest first. */
	@Transactional(readOnly = true)
	public List<Memory> list(String tenant, MemoryFilter filter, int limit) {
		return this.rows.findBy(filter.of(tenant),
				(query) -> query.sortBy(Sort.by("createdAt", "id").descending()).limit(limit).all());
	}

	/** The wishes that hold in every context of a tenant, the newest 5, oldest first. */
	@Transactional(readOnly = true)
	public List<Memory> preferences(String tenant) {
		return this.rows.preferences(tenant, this.clock.instant(), Limit.of(MOST_PREFERENCES)).reversed();
	}

	/** Finds a memory of a tenant. */
	public Optional<Memory> find(String tenant, UUID id) {
		return this.rows.findByIdAndTenant(id, tenant);
	}

	/** Finds those of some memories that a tenant has, in no order. */
	public List<Memory> findAll(String tenant, Collection<UUID> ids) {
		return this.rows.findAllById(ids).stream().filter((memory) -> memory.tenant().equals(tenant)).toList();
	}

	/**
	 * Returns what was stated in a context and still holds, newest first.
	 * @param limit the most to return
	 */
	@Transactional(readOnly = true)
	public List<Memory> statements(String tenant, ContextId context, Instant now, int limit) {
		return this.rows.statements(tenant, context.id(), now, Limit.of(limit));
	}

	/** Whether what was said in an objective is not to be recalled any more. */
	public boolean isForgotten(ObjectiveId turn) {
		return this.tombstones.existsById(turn.id());
	}

	/** Whether anything is remembered of a context. */
	@Transactional(readOnly = true)
	public boolean isKnown(String tenant, ContextId context) {
		return this.rows.existsByTenantAndContextId(tenant, context.id());
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
	 * place in the index. What is left is a tombstone without words. An episode takes its
	 * turn along.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void forget(Memory memory) {
		MemoryScope scope = new MemoryScope(memory.tenant(),
				(memory.contextId() != null) ? memory.contextId().id() : null);
		this.sources.erase(memory.getId());
		this.rows.delete(memory);
		this.entities.persist(new MemoryTombstone(memory.getId(), memory.tenant(),
				scope.digest(memory.kind(), memory.text()), this.clock.instant()));
		if (memory.kind() == MemoryKind.EPISODE && memory.objectiveId() != null) {
			forgetTurn(memory.tenant(), memory.objectiveId());
		}
	}

	/** Sees to it that what was said in an objective is not recalled any more. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void forgetTurn(String tenant, UUID objective) {
		if (this.entities.find(MemoryTombstone.class, objective) == null) {
			this.entities.persist(new MemoryTombstone(objective, tenant, null, this.clock.instant()));
		}
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
