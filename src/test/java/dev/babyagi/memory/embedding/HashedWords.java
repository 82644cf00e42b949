package dev.babyagi.memory.embedding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.ai.document.Document;
import org.springframework.ai.embedding.Embedding;
import org.springframework.ai.embedding.EmbeddingModel;
import org.springframework.ai.embedding.EmbeddingRequest;
import org.springframework.ai.embedding.EmbeddingResponse;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.util.function.SingletonSupplier;

/**
 * A fake model: texts with the same words are near each other. It counts what it embeds,
 * and fails when it is told to, or for a text with the word {@code unembeddable}.
 */
public final class HashedWords implements EmbeddingModel {

	private static final int DIMENSIONS = 384;

	private final AtomicInteger embedded = new AtomicInteger();

	private volatile boolean failing;

	/** The models of a service whose present one is this. */
	public EmbeddingModels named(String name) {
		StaticListableBeanFactory beans = new StaticListableBeanFactory();
		beans.addBean("embeddingModel", this);
		return new EmbeddingModels(new EmbeddingSettings(name, null, null, null),
				beans.getBeanProvider(EmbeddingModel.class));
	}

	/** The models of a service whose present one is this, and that had another. */
	public EmbeddingModels after(String name, HashedWords former, String formerName) {
		TextEmbedder other = new TextEmbedder(formerName, SingletonSupplier.of(former));
		return new EmbeddingModels(new TextEmbedder(name, SingletonSupplier.of(this)),
				(asked) -> asked.equals(formerName) ? Optional.of(other) : Optional.empty());
	}

	public int embedded() {
		return this.embedded.get();
	}

	public void fail(boolean failing) {
		this.failing = failing;
	}

	@Override
	public EmbeddingResponse call(EmbeddingRequest request) {
		List<Embedding> embeddings = new ArrayList<>();
		for (String text : request.getInstructions()) {
			if (this.failing || text.contains("unembeddable")) {
				throw new IllegalStateException("told to fail");
			}
			this.embedded.incrementAndGet();
			embeddings.add(new Embedding(vector(text), embeddings.size()));
		}
		return new EmbeddingResponse(embeddings);
	}

	private static float[] vector(String text) {
		float[] vector = new float[DIMENSIONS];
		for (String word : text.toLowerCase(Locale.ROOT).split("\\W+", -1)) {
			vector[Math.floorMod(word.hashCode(), DIMENSIONS)] += 1;
		}
		return vector;
	}

	@Override
	public float[] embed(Document document) {
		return embed(String.valueOf(document.getText()));
	}

}
