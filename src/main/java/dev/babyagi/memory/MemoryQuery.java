package dev.babyagi.memory;

import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.babyagi.objective.ContextId;

/**
 * A search for memories.
 *
 * @param tenant whose memories
 * @param text the cue, in any words; untrusted
 * @param contextId memories of this context are found, and those of none; {@code null}:
 * only those of no context, unless {@code allContexts}
 * @param allContexts whether memories of every context of the tenant are found
 * @param kinds the kinds to find; empty for all
 * @param trusts the trusts to find; empty for all
 * @param from found if valid at or after this instant, or {@code null}
 * @param to found if valid before this instant, or {@code null}
 * @param limit the most hits, 1 to 100
 * @param includeSuperseded whether superseded and expired memories are found too
 * @param abstain whether hits that hardly fit are left out
 * @param neighbours whether the turns before and after a found turn come along
 */
public record MemoryQuery(String tenant, String text, @Nullable ContextId contextId, boolean allContexts,
		Set<MemoryKind> kinds, Set<MemoryTrust> trusts, @Nullable Instant from, @Nullable Instant to, int limit,
		boolean includeSuperseded, boolean abstain, boolean neighbours) {

	public MemoryQuery {
		kinds = Set.copyOf(kinds);
		trusts = Set.copyOf(trusts);
	}

}
