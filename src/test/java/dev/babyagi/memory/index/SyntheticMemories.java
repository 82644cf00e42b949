package dev.babyagi.memory.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import org.springframework.ai.document.Document;
import org.springframework.ai.embedding.Embedding;
import org.springframework.ai.embedding.EmbeddingModel;
import org.springframework.ai.embedding.EmbeddingRequest;
import org.springframework.ai.embedding.EmbeddingResponse;

import dev.babyagi.memory.IndexedMemory;
import dev.babyagi.memory.MemoryKind;

/**
 * Any number of made-up memories: words as frequent as in a language, vectors in
 * clusters. Each is made from its number alone. Every fifth is a turn of one of a
 * thousand contexts.
 */
final class SyntheticMemories {

	static final String MODEL = "synthetic";

	private static final int DIMENSIONS = 384;

	private static final int TOPICS = 2000;

	private static final int WORDS = 20_000;

	private static final int CONTEXTS = 1000;

	/**
	 * How far a vector lies from its topic: about 0.6 of cosine, as related texts have.
	 */
	private static final double SPREAD = 0.07;

	private final float[][] topics = new float[TOPICS][];

	private final long seed;

	private final Random cues;

	SyntheticMemories(long seed) {
		this.seed = seed;
		this.cues = new Random(seed);
		for (int topic = 0; topic < TOPICS; topic++) {
			this.topics[topic] = unit(new float[DIMENSIONS], 1, this.cues);
		}
	}

	List<MemoryDocument> documents(int from, int count) {
		List<MemoryDocument> documents = new ArrayList<>();
		for (int number = from; number < from + count; number++) {
			documents.add(document(number));
		}
		return documents;
	}

	private MemoryDocument document(int number) {
		Random random = random(number);
		boolean turn = number % 5 == 0;
		UUID context = turn ? context(number) : null;
		IndexedMemory memory = SampleMemories.dated(SampleMemories.memory(RetrievalQuality.TENANT, context,
				turn ? MemoryKind.TURN : MemoryKind.FACT, text(random, 12 + random.nextInt(30))),
				SampleMemories.BEFORE.minusSeconds(60L * number), 0.5);
		return new MemoryDocument(memory, memory.id(), Map.of(MODEL, near(this.topics[number % TOPICS], random)));
	}

	/** The same memories, whose text is their number. */
	List<Document> springDocuments(int from, int count) {
		List<Document> documents = new ArrayList<>();
		for (int number = from; number < from + count; number++) {
			documents.add(new Document(Integer.toString(number)));
		}
		return documents;
	}

	/** A model that makes the vector of a number, and of the last cue. */
	EmbeddingModel embeddingModel() {
		return new EmbeddingModel() {
			@Override
			public EmbeddingResponse call(EmbeddingRequest request) {
				List<Embedding> embeddings = new ArrayList<>();
				for (String number : request.getInstructions()) {
					embeddings.add(new Embedding(vector(Integer.parseInt(number)), embeddings.size()));
				}
				return new EmbeddingResponse(embeddings);
			}

			@Override
			public float[] embed(Document document) {
				return vector(Integer.parseInt(String.valueOf(document.getText())));
			}

			@Override
			public int dimensions() {
				return DIMENSIONS;
			}
		};
	}

	private float[] vector(int number) {
		Random random = random(number);
		text(random, 12 + random.nextInt(30));
		return near(this.topics[number % TOPICS], random);
	}

	/** A question about something like one of the memories. */
	Cue cue(int memories) {
		int number = this.cues.nextInt(memories);
		return new Cue(text(this.cues, 8), Integer.toString(number),
				new CueVector(MODEL, near(vector(number), this.cues)), context(number));
	}

	private static UUID context(int number) {
		return new UUID(1, number / 5 % CONTEXTS);
	}

	private Random random(int number) {
		return new Random(this.seed * 31 + number * 7919L);
	}

	/** Words whose frequency falls with their rank, as Zipf found. */
	private static String text(Random random, int words) {
		StringBuilder text = new StringBuilder();
		for (int word = 0; word < words; word++) {
			int rank = (int) Math.exp(random.nextDouble() * Math.log(WORDS));
			text.append((word > 0) ? " " : "").append("w").append(Integer.toString(rank * 7919, 26));
		}
		return text.toString();
	}

	private static float[] near(float[] topic, Random random) {
		return unit(topic, SPREAD, random);
	}

	private static float[] unit(float[] from, double spread, Random random) {
		float[] vector = from.clone();
		double sum = 0;
		for (int index = 0; index < vector.length; index++) {
			vector[index] += (float) (spread * random.nextGaussian());
			sum += (double) vector[index] * vector[index];
		}
		for (int index = 0; index < vector.length; index++) {
			vector[index] /= (float) Math.sqrt(sum);
		}
		return vector;
	}

	/**
	 * A question.
	 *
	 * @param text its words
	 * @param key the text of the Spring document that it is like
	 * @param vector its vector
	 * @param context the context it is asked in
	 */
	record Cue(String text, String key, CueVector vector, UUID context) {

	}

}
