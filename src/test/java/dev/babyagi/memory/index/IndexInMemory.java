package dev.babyagi.memory.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.apache.lucene.store.ByteBuffersDirectory;
import org.jspecify.annotations.Nullable;

import dev.babyagi.memory.IndexedMemory;
import dev.babyagi.memory.MemoryHit;
import dev.babyagi.memory.MemoryQuery;

/**
 * An index without files, and without rows behind it.
 */
final class IndexInMemory {

	static final String MODEL = "fake";

	private final LuceneIndex lucene;

	IndexInMemory(IndexedMemory... memories) {
		try {
			this.lucene = LuceneIndex.open(new ByteBuffersDirectory());
			for (IndexedMemory memory : memories) {
				put(memory, null);
			}
			this.lucene.refresh();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	LuceneIndex lucene() {
		return this.lucene;
	}

	IndexInMemory put(IndexedMemory memory, float @Nullable [] vector) {
		try {
			this.lucene.put(List
				.of(new MemoryDocument(memory, memory.id(), (vector != null) ? Map.of(MODEL, vector) : Map.of())),
					MODEL);
			this.lucene.refresh();
			return this;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	List<MemoryHit> find(MemoryQuery query) {
		return find(query, null);
	}

	List<MemoryHit> find(MemoryQuery query, float @Nullable [] vector) {
		try {
			CueVector cue = (vector != null) ? new CueVector(MODEL, vector) : null;
			return this.lucene.search((searcher) -> MemoryRetrieval.find(searcher, query, cue, SampleMemories.NOW));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	List<String> texts(MemoryQuery query) {
		return find(query).stream().map(MemoryHit::text).toList();
	}

	static List<UUID> ids(Stream<IndexedMemory> memories) {
		return memories.map(IndexedMemory::id).toList();
	}

}
