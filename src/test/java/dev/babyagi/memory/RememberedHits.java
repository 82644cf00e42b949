package dev.babyagi.memory;

import java.util.List;

/**
 * A search that always finds the same memories, of the kinds and trusts that are asked
 * for. An empty one has nothing to recall.
 *
 * @param hits the memories, best first
 */
public record RememberedHits(List<MemoryHit> hits) implements MemorySearch {

	/** Recalls nothing. */
	public static Recall nothing() {
		return new RememberedHits(List.of()).recall();
	}

	/** Recalls these memories. */
	public Recall recall() {
		return new Recall(this, (found) -> found, (event) -> {
		});
	}

	@Override
	public List<MemoryHit> search(MemoryQuery query) {
		return this.hits.stream()
			.filter((hit) -> query.kinds().isEmpty() || query.kinds().contains(hit.kind()))
			.filter((hit) -> query.trusts().isEmpty() || query.trusts().contains(hit.trust()))
			.limit(query.limit())
			.toList();
	}

	@Override
	public boolean hasAny(String tenant) {
		return !this.hits.isEmpty();
	}

	@Override
	public void catchUp() {
	}

	@Override
	public IndexStatus status() {
		return new IndexStatus(IndexStatus.State.CURRENT, this.hits.size(), 0, "none", null, null);
	}

}
