package dev.babyagi.memory.index;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;

import dev.babyagi.memory.IndexedMemory;
import dev.babyagi.memory.MemoryChange;
import dev.babyagi.memory.MemoryFeed;
import dev.babyagi.memory.MemoryKind;
import dev.babyagi.memory.embedding.MemoryVectors;

/**
 * Brings an index up to the rows. Each look reads the changes of the last half minute
 * again, because a commit may come late; what it has seen of them is not read twice. Not
 * thread-safe.
 */
final class FeedFollower {

	private static final Duration LATE = Duration.ofSeconds(30);

	/** The finest that a database tells apart. */
	private static final Duration TICK = Duration.ofNanos(1000);

	private static final int PAGE = 1000;

	private static final Duration REFRESH = Duration.ofSeconds(1);

	private final MemoryFeed feed;

	private final MemoryVectors vectors;

	private final LuceneIndex index;

	private final IndexModels models;

	private final Map<UUID, Instant> seen = new HashMap<>();

	private volatile IndexPosition position;

	private long refreshedAt = System.nanoTime();

	/** Whether the change at which the last process stopped has been met. */
	private boolean anchored;

	FeedFollower(MemoryFeed feed, MemoryVectors vectors, LuceneIndex index, IndexModels models,
			IndexPosition position) {
		this.feed = feed;
		this.vectors = vectors;
		this.index = index;
		this.models = models;
		this.position = position;
		this.anchored = position.id() == null;
	}

	IndexPosition position() {
		return this.position;
	}

	/**
	 * Reads every change there is.
	 * @param running says when to stop early
	 * @return whether there was one
	 * @throws ForeignIndex if the index is of another database
	 */
	boolean follow(BooleanSupplier running) throws IOException {
		IndexPosition before = this.position;
		Instant after = (before.id() != null) ? before.at().minus(LATE) : before.at();
		int limit = PAGE;
		int changes = 0;
		boolean more = true;
		while (more && running.getAsBoolean()) {
			List<MemoryChange> page = this.feed.changesAfter(after, limit);
			changes += apply(page, before);
			more = page.size() >= limit;
			// Changes of one instant may go on in the next page.
			Instant next = more ? page.getLast().at().minus(TICK) : after;
			limit = next.isAfter(after) ? PAGE : limit * 2;
			after = next.isAfter(after) ? next : after;
		}
		if (!this.anchored && !more) {
			throw new ForeignIndex();
		}
		if (changes > 0) {
			refresh(true);
		}
		forgetOld();
		return changes > 0;
	}

	/**
	 * Lets what was put in be found. Each time makes a segment, and small ones make
	 * searches slow: while there is more to read, once a second is enough.
	 */
	private void refresh(boolean now) throws IOException {
		if (now || System.nanoTime() - this.refreshedAt > REFRESH.toNanos()) {
			this.index.refresh();
			this.refreshedAt = System.nanoTime();
		}
	}

	private int apply(List<MemoryChange> page, IndexPosition before) throws IOException {
		List<MemoryChange> news = page.stream()
			.filter((change) -> !change.at().equals(this.seen.get(change.id())))
			.toList();
		if (news.isEmpty()) {
			return 0;
		}
		List<UUID> erased = news.stream().filter(MemoryChange::erased).map(MemoryChange::id).toList();
		this.index.remove(erased);
		this.vectors.erase(erased);
		reload(news.stream().filter((change) -> !change.erased()).map(MemoryChange::id).toList());
		refresh(false);
		for (MemoryChange change : news) {
			this.seen.put(change.id(), change.at());
			this.anchored |= change.id().equals(before.id());
			this.position = this.position.after(change.at(), change.id());
		}
		return news.size();
	}

	/** Reads rows with their vectors and puts them into the index. */
	void reload(Collection<UUID> owners) throws IOException {
		if (owners.isEmpty()) {
			return;
		}
		List<IndexedMemory> memories = this.feed.read(owners);
		Map<UUID, Map<String, float[]>> stored = this.vectors.read(
				memories.stream().filter(IndexedMemory::embedded).map(IndexedMemory::id).toList(), this.models.names());
		List<MemoryDocument> documents = new ArrayList<>();
		UUID owner = null;
		for (IndexedMemory memory : memories) {
			// The turn of an episode comes right after it.
			owner = (memory.kind() != MemoryKind.TURN || owner == null) ? memory.id() : owner;
			documents.add(new MemoryDocument(memory, owner, stored.getOrDefault(memory.id(), Map.of())));
		}
		this.index.put(documents, this.models.name());
	}

	private void forgetOld() {
		Instant old = this.position.at().minus(LATE).minus(LATE);
		this.seen.values().removeIf((at) -> at.isBefore(old));
	}

	/** The index was made from another database, or from a later state of this one. */
	static final class ForeignIndex extends IOException {

		ForeignIndex() {
			super("The index is of another database");
		}

	}

}
