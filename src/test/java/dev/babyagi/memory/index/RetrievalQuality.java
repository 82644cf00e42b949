package dev.babyagi.memory.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;

import org.apache.lucene.store.ByteBuffersDirectory;

import dev.babyagi.memory.IndexedMemory;
import dev.babyagi.memory.MemoryQuery;
import dev.babyagi.memory.embedding.LocalEmbedders;
import dev.babyagi.memory.embedding.TextEmbedder;

/**
 * How much of the evidence is among the first ten hits: words alone, vectors alone, both
 * by reciprocal rank, and this service; and how often nothing is found where nothing was
 * told. {@code long-memory-zh.txt} is the same in Chinese. The seeds 1 to 5 were used to
 * choose the weights; 101 to 105 were not, though their sentences are the same.
 *
 * <pre class="code">
 * java -cp ... dev.babyagi.memory.index.RetrievalQuality [model] [file of things, or path of locomo10.json]
 * </pre>
 */
public final class RetrievalQuality {

	static final String TENANT = "local";

	private static final int HITS = 10;

	private final TextEmbedder embedder;

	private final List<RetrievalQuestion> unrelated;

	/** For each ability the recall of each question, by method. */
	private final Map<String, Map<RetrievalMethod, List<Double>>> recalls = new TreeMap<>();

	private RetrievalQuality(String model, String unrelated) {
		this.embedder = LocalEmbedders.named(model);
		this.unrelated = LongConversation.unrelated(unrelated);
	}

	public static void main(String[] args) throws IOException {
		String model = (args.length > 0) ? args[0] : "all-minilm-l6-v2-q";
		String file = (args.length > 1) ? args[1] : "long-memory.txt";
		if (file.endsWith(".json")) {
			new RetrievalQuality(model, "long-memory.txt").run(file, LocomoFile.read(Path.of(file)));
			return;
		}
		for (boolean named : List.of(false, true)) {
			for (int first : List.of(1, 101)) {
				new RetrievalQuality(model, file).run(
						file + (named ? ", things are named" : ", things are not named") + ", seeds from " + first,
						IntStream.range(first, first + 5)
							.mapToObj((seed) -> LongConversation.of(file, named, seed))
							.toList());
			}
		}
	}

	private void run(String name, List<Conversation> conversations) throws IOException {
		int turns = 0;
		for (Conversation conversation : conversations) {
			turns += conversation.turns().size();
			measure(conversation);
		}
		System.out.printf(Locale.ROOT, "%s, %s: %d turns%n", name, this.embedder.model(), turns);
		System.out.printf("%-20s%10s", "", "questions");
		for (RetrievalMethod method : RetrievalMethod.values()) {
			System.out.printf("%17s", method);
		}
		System.out.println();
		this.recalls.forEach(RetrievalQuality::print);
		Map<RetrievalMethod, List<Double>> answerable = new EnumMap<>(RetrievalMethod.class);
		this.recalls.forEach((ability, methods) -> {
			if (!ability.equals(RetrievalQuestion.NOT_TOLD) && !ability.equals(RetrievalQuestion.UNRELATED)) {
				methods.forEach((method, recalls) -> answerable.computeIfAbsent(method, (_) -> new ArrayList<>())
					.addAll(recalls));
			}
		});
		print("all that was told", answerable);
	}

	private static void print(String ability, Map<RetrievalMethod, List<Double>> methods) {
		System.out.printf("%-20s%10d", ability, methods.values().iterator().next().size());
		methods.values()
			.forEach((recalls) -> System.out.printf(Locale.ROOT, "%17.3f",
					recalls.stream().mapToDouble(Double::doubleValue).average().orElse(0)));
		System.out.println();
	}

	private void measure(Conversation conversation) throws IOException {
		try (LuceneIndex index = LuceneIndex.open(new ByteBuffersDirectory())) {
			for (IndexedMemory turn : conversation.turns()) {
				float[] vector = this.embedder.embed(List.of(turn.text())).getFirst();
				index.put(List.of(new MemoryDocument(turn, turn.id(), Map.of(this.embedder.model(), vector))),
						this.embedder.model());
			}
			index.refresh();
			List<RetrievalQuestion> questions = new ArrayList<>(conversation.questions());
			questions.addAll(this.unrelated);
			for (RetrievalQuestion question : questions) {
				MemoryQuery query = SampleMemories
					.most(SampleMemories.inAll(SampleMemories.query(TENANT, question.text())), HITS, false);
				CueVector vector = new CueVector(this.embedder.model(),
						this.embedder.embed(List.of(question.text())).getFirst());
				CueVector readable = this.embedder.canRead(question.text()) ? vector : null;
				for (RetrievalMethod method : RetrievalMethod.values()) {
					List<UUID> found = index.search((searcher) -> method.find(searcher, query, vector, readable));
					this.recalls.computeIfAbsent(question.ability(), (_) -> new EnumMap<>(RetrievalMethod.class))
						.computeIfAbsent(method, (_) -> new ArrayList<>())
						.add(question.recall(found.subList(0, Math.min(HITS, found.size()))));
				}
			}
		}
	}

}
