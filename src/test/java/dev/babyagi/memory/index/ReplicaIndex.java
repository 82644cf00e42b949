package dev.babyagi.memory.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import dev.babyagi.memory.MemoryFeed;
import dev.babyagi.memory.MemoryHit;
import dev.babyagi.memory.MemoryQuery;
import dev.babyagi.memory.embedding.EmbeddingModels;
import dev.babyagi.memory.embedding.MemoryVectors;

/**
 * The index of one replica, whose looks happen when a test wants them.
 */
final class ReplicaIndex implements AutoCloseable {

	private final IndexKeeper keeper;

	private final VectorBackfill backfill;

	private final CueEmbedding cues;

	private final Clock clock;

	ReplicaIndex(MemoryFeed feed, MemoryVectors vectors, EmbeddingModels models, @Nullable Path folder, Clock clock) {
		this.keeper = new IndexKeeper(feed, vectors, models, new IndexFolder(folder), clock);
		this.backfill = new VectorBackfill(this.keeper, vectors, clock, Runnable::run);
		this.cues = new CueEmbedding(clock);
		this.clock = clock;
	}

	IndexKeeper keeper() {
		return this.keeper;
	}

	ReplicaIndex look() {
		this.keeper.look();
		return this;
	}

	ReplicaIndex embed() {
		this.backfill.run();
		return this;
	}

	OpenIndex open() {
		return Objects.requireNonNull(this.keeper.published());
	}

	List<MemoryHit> find(MemoryQuery query) {
		OpenIndex open = open();
		try {
			CueVector vector = this.cues.of(open, query.text());
			return open.lucene()
				.search((searcher) -> MemoryRetrieval.find(searcher, query, vector, this.clock.instant()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	List<String> texts(MemoryQuery query) {
		return find(query).stream().map(MemoryHit::text).toList();
	}

	@Override
	public void close() {
		this.keeper.close();
	}

}
