package dev.babyagi.memory.index;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.babyagi.memory.IndexedMemory;
import dev.babyagi.memory.MemoryKind;
import dev.babyagi.memory.MemoryQuery;
import dev.babyagi.memory.MemoryTrust;
import dev.babyagi.objective.ContextId;

/**
 * Memories and queries of which tests change one thing.
 */
final class SampleMemories {

	static final Instant NOW = Instant.parse("2026-03-01T12:00:30Z");

	static final Instant BEFORE = NOW.minusSeconds(3600);

	private SampleMemories() {
	}

	static IndexedMemory fact(String tenant, String text) {
		return memory(tenant, null, MemoryKind.FACT, text);
	}

	static IndexedMemory memory(String tenant, @Nullable UUID context, MemoryKind kind, String text) {
		return new IndexedMemory(UUID.randomUUID(), tenant, context, kind, MemoryTrust.USER, text, 0.5, null, BEFORE,
				null, false, kind != MemoryKind.EPISODE);
	}

	static IndexedMemory turn(String tenant, UUID context, String text, Instant at) {
		return new IndexedMemory(UUID.randomUUID(), tenant, context, MemoryKind.TURN, MemoryTrust.MODEL, text, 0.5,
				null, at, null, false, true);
	}

	static IndexedMemory trusted(IndexedMemory memory, MemoryTrust trust) {
		return new IndexedMemory(memory.id(), memory.tenant(), memory.contextId(), memory.kind(), trust, memory.text(),
				memory.importance(), memory.objectiveId(), memory.validFrom(), memory.expiresAt(), memory.superseded(),
				memory.embedded());
	}

	static IndexedMemory superseded(IndexedMemory memory) {
		return new IndexedMemory(memory.id(), memory.tenant(), memory.contextId(), memory.kind(), memory.trust(),
				memory.text(), memory.importance(), memory.objectiveId(), memory.validFrom(), memory.expiresAt(), true,
				memory.embedded());
	}

	static IndexedMemory expiring(IndexedMemory memory, Instant at) {
		return new IndexedMemory(memory.id(), memory.tenant(), memory.contextId(), memory.kind(), memory.trust(),
				memory.text(), memory.importance(), memory.objectiveId(), memory.validFrom(), at, memory.superseded(),
				memory.embedded());
	}

	static IndexedMemory dated(IndexedMemory memory, Instant from, double importance) {
		return new IndexedMemory(memory.id(), memory.tenant(), memory.contextId(), memory.kind(), memory.trust(),
				memory.text(), importance, memory.objectiveId(), from, memory.expiresAt(), memory.superseded(),
				memory.embedded());
	}

	static MemoryQuery query(String tenant, String text) {
		return new MemoryQuery(tenant, text, null, false, Set.of(), Set.of(), null, null, 10, false, false, false);
	}

	static MemoryQuery in(MemoryQuery query, UUID context) {
		return new MemoryQuery(query.tenant(), query.text(), new ContextId(context), false, query.kinds(),
				query.trusts(), query.from(), query.to(), query.limit(), query.includeSuperseded(), query.abstain(),
				query.neighbours());
	}

	static MemoryQuery inAll(MemoryQuery query) {
		return new MemoryQuery(query.tenant(), query.text(), null, true, query.kinds(), query.trusts(), query.from(),
				query.to(), query.limit(), query.includeSuperseded(), query.abstain(), query.neighbours());
	}

	static MemoryQuery limitedTo(MemoryQuery query, Set<MemoryKind> kinds, Set<MemoryTrust> trusts) {
		return new MemoryQuery(query.tenant(), query.text(), query.contextId(), query.allContexts(), kinds, trusts,
				query.from(), query.to(), query.limit(), query.includeSuperseded(), query.abstain(),
				query.neighbours());
	}

	static MemoryQuery between(MemoryQuery query, @Nullable Instant from, @Nullable Instant to) {
		return new MemoryQuery(query.tenant(), query.text(), query.contextId(), query.allContexts(), query.kinds(),
				query.trusts(), from, to, query.limit(), query.includeSuperseded(), query.abstain(),
				query.neighbours());
	}

	static MemoryQuery withSuperseded(MemoryQuery query) {
		return new MemoryQuery(query.tenant(), query.text(), query.contextId(), query.allContexts(), query.kinds(),
				query.trusts(), query.from(), query.to(), query.limit(), true, query.abstain(), query.neighbours());
	}

	static MemoryQuery abstaining(MemoryQuery query) {
		return new MemoryQuery(query.tenant(), query.text(), query.contextId(), query.allContexts(), query.kinds(),
				query.trusts(), query.from(), query.to(), query.limit(), query.includeSuperseded(), true,
				query.neighbours());
	}

	static MemoryQuery most(MemoryQuery query, int limit, boolean neighbours) {
		return new MemoryQuery(query.tenant(), query.text(), query.contextId(), query.allContexts(), query.kinds(),
				query.trusts(), query.from(), query.to(), limit, query.includeSuperseded(), query.abstain(),
				neighbours);
	}

}
