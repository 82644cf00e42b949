package dev.babyagi.memory.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.ai.vectorstore.SearchRequest;
import org.springframework.ai.vectorstore.SimpleVectorStore;

import dev.babyagi.memory.MemoryQuery;
import dev.babyagi.memory.embedding.LocalEmbedders;
import dev.babyagi.memory.embedding.TextEmbedder;

/**
 * How long one recall takes beside so many memories, and what the index weighs. The
 * vectors are made up, in clusters as real ones are; the same memories are searched in
 * Spring AI's {@code SimpleVectorStore}, whose vectors lie in one list. What the folder
 * holds of an earlier run is not indexed again.
 *
 * <pre class="code">
 * java -Xmx8g -cp ... dev.babyagi.memory.index.RecallSpeed [folder] [sizes]
 * </pre>
 */
public final class RecallSpeed {

	private static final int QUERIES = 400;

	private static final int BATCH = 1000;

	private static final int LIMIT = 10;

	private final SyntheticMemories memories = new SyntheticMemories(7);

	private final TextEmbedder embedder = LocalEmbedders.named("all-minilm-l6-v2-q");

	private final SimpleVectorStore store = SimpleVectorStore.builder(this.memories.embeddingModel()).build();

	private int size;

	private RecallSpeed() {
	}

	public static void main(String[] args) throws IOException {
		Path folder = (args.length > 0) ? Path.of(args[0]) : Files.createTempDirectory("babyagi-recall");
		int[] sizes = (args.length > 1) ? Stream.of(args).skip(1).mapToInt(Integer::parseInt).toArray()
				: new int[] { 1_000, 10_000, 100_000, 1_000_000 };
		((Logger) LoggerFactory.getLogger(SimpleVectorStore.class)).setLevel(Level.WARN);
		System.out.println("milliseconds: p50, p95");
		try (LuceneIndex index = LuceneIndex.open(FSDirectory.open(folder))) {
			RecallSpeed speed = new RecallSpeed();
			for (int size : sizes) {
				speed.grow(index, size);
				speed.measure(index, folder);
			}
		}
	}

	private void grow(LuceneIndex index, int to) throws IOException {
		long start = System.nanoTime();
		long before = usedHeap();
		long refreshed = start;
		int from = this.size;
		this.size = Math.max(from, (int) index.count());
		while (this.size < to) {
			int batch = Math.min(BATCH, to - this.size);
			index.put(this.memories.documents(this.size, batch), SyntheticMemories.MODEL);
			this.size += batch;
			if (System.nanoTime() - refreshed > 1e9) {
				index.refresh();
				refreshed = System.nanoTime();
			}
		}
		double took = (System.nanoTime() - start) / 1e9;
		int segments = awaitMerges(index);
		index.commit(Map.of());
		System.out.printf(Locale.ROOT,
				"%d memories: indexed %.0f a second, merged to %d segments after %.0f s, heap %+d MB%n", to,
				(to - from) / took, segments, (System.nanoTime() - start) / 1e9, (usedHeap() - before) >> 20);
		before = usedHeap();
		for (; from < to; from += BATCH) {
			this.store.add(this.memories.springDocuments(from, Math.min(BATCH, to - from)));
		}
		System.out.printf(Locale.ROOT, "  SimpleVectorStore: heap %+d MB%n", (usedHeap() - before) >> 20);
	}

	private void measure(LuceneIndex index, Path folder) throws IOException {
		List<SyntheticMemories.Cue> cues = new ArrayList<>();
		for (int query = 0; query < QUERIES; query++) {
			cues.add(this.memories.cue(this.size));
		}
		for (SyntheticMemories.Cue cue : cues) {
			recall(index, cue, cue.vector());
		}
		print("recall", cues, (cue) -> recall(index, cue, cue.vector()));
		print("recall with the embedding of the cue", cues, (cue) -> {
			this.embedder.embed(List.of(cue.text()));
			recall(index, cue, cue.vector());
		});
		print("recall by words alone", cues, (cue) -> recall(index, cue, null));
		int fewer = (this.size > BATCH * 100) ? 20 : 100;
		print("SimpleVectorStore", cues.subList(0, fewer), (cue) -> this.store
			.similaritySearch(SearchRequest.builder().query(cue.key()).topK(LIMIT).similarityThresholdAll().build()));
		System.out.printf(Locale.ROOT, "  disk %d MB%n", bytes(folder) >> 20);
	}

	/** Waits until Lucene has no thread that merges. */
	private static int awaitMerges(LuceneIndex index) throws IOException {
		do {
			LockSupport.parkNanos(Duration.ofSeconds(2).toNanos());
			index.refresh();
		}
		while (Thread.getAllStackTraces()
			.keySet()
			.stream()
			.anyMatch((thread) -> thread.getName().contains("Merge Thread")));
		return index.search((searcher) -> searcher.getIndexReader().leaves().size());
	}

	private static void recall(LuceneIndex index, SyntheticMemories.Cue cue, @Nullable CueVector vector)
			throws IOException {
		MemoryQuery query = SampleMemories.in(SampleMemories
			.most(SampleMemories.abstaining(SampleMemories.query(RetrievalQuality.TENANT, cue.text())), LIMIT, true),
				cue.context());
		index.search((searcher) -> MemoryRetrieval.find(searcher, query, vector, SampleMemories.NOW));
	}

	private static void print(String what, List<SyntheticMemories.Cue> cues, Asking asking) throws IOException {
		double[] times = new double[cues.size()];
		for (int query = 0; query < times.length; query++) {
			long start = System.nanoTime();
			asking.ask(cues.get(query));
			times[query] = (System.nanoTime() - start) / 1e6;
		}
		Arrays.sort(times);
		System.out.printf(Locale.ROOT, "  %-40s%10.2f%10.2f%n", what, times[times.length / 2],
				times[times.length * 95 / 100]);
	}

	private static long bytes(Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.mapToLong((file) -> file.toFile().length()).sum();
		}
	}

	private static long usedHeap() {
		System.gc();
		return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
	}

	/**
	 * Asks once.
	 */
	@FunctionalInterface
	private interface Asking {

		void ask(SyntheticMemories.Cue cue) throws IOException;

	}

}
