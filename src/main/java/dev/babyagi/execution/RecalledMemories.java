package dev.babyagi.execution;

import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.babyagi.memory.MemoryHit;
import dev.babyagi.memory.MemoryTrust;

/**
 * The memories that an attempt was given or has found.
 *
 * @param ids their ids as clients see them
 * @param untrusted whether nobody vouches for one of them; then what the attempt produces
 * is tainted
 */
public record RecalledMemories(List<String> ids, boolean untrusted) {

	public static final RecalledMemories NONE = new RecalledMemories(List.of(), false);

	/** The most ids that are kept. */
	private static final int MOST = 40;

	public RecalledMemories {
		ids = List.copyOf(ids);
	}

	public static RecalledMemories of(Collection<MemoryHit> hits) {
		return hits.isEmpty() ? NONE : new RecalledMemories(hits.stream().map(MemoryHit::wireId).limit(MOST).toList(),
				hits.stream().anyMatch((hit) -> hit.trust() == MemoryTrust.UNTRUSTED));
	}

	/** The same, with something that nobody vouches for beside them. */
	public RecalledMemories tainted() {
		return new RecalledMemories(this.ids, true);
	}

	/** The ids as one column; {@code null} if there are none. */
	@Nullable String column() {
		return this.ids.isEmpty() ? null : String.join(" ", this.ids);
	}

}
