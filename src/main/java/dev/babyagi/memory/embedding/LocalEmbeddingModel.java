package dev.babyagi.memory.embedding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

import dev.langchain4j.data.segment.TextSegment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.ai.document.Document;
import org.springframework.ai.embedding.Embedding;
import org.springframework.ai.embedding.EmbeddingModel;
import org.springframework.ai.embedding.EmbeddingRequest;
import org.springframework.ai.embedding.EmbeddingResponse;
import org.springframework.util.FileSystemUtils;

/**
 * Runs a model in this process, one text after the other in the thread that asks.
 */
final class LocalEmbeddingModel implements EmbeddingModel {

	private static final Logger log = LoggerFactory.getLogger(LocalEmbeddingModel.class);

	private static final Executor SAME_THREAD = Runnable::run;

	private final dev.langchain4j.model.embedding.EmbeddingModel model;

	private LocalEmbeddingModel(dev.langchain4j.model.embedding.EmbeddingModel model) {
		this.model = model;
	}

	/**
	 * Loads a model, which takes about a second.
	 * @throws IllegalStateException if it cannot be loaded
	 */
	static LocalEmbeddingModel load(LocalModel local) {
		long start = System.nanoTime();
		Thread thread = Thread.currentThread();
		ClassLoader before = thread.getContextClassLoader();
		thread.setContextClassLoader(LocalEmbeddingModel.class.getClassLoader());
		try {
			LocalEmbeddingModel model = new LocalEmbeddingModel(withOwnFolder(local));
			log.info("Loaded the embedding model {} in {} ms", local.id(), (System.nanoTime() - start) / 1_000_000);
			return model;
		}
		finally {
			thread.setContextClassLoader(before);
		}
	}

	/**
	 * The tokenizer's library reports each start to its makers, may download another
	 * native library, and unpacks its own into the home folder. It is told not to, and
	 * gets a folder that only this process can write, and that is gone once it is loaded.
	 */
	private static dev.langchain4j.model.embedding.EmbeddingModel withOwnFolder(LocalModel local) {
		System.setProperty("ai.djl.offline", "true");
		System.setProperty("OPT_OUT_TRACKING", "true");
		try {
			Path folder = Files.createTempDirectory("babyagi-tokenizers");
			System.setProperty("ENGINE_CACHE_DIR", folder.toString());
			try {
				return instance(local);
			}
			finally {
				FileSystemUtils.deleteRecursively(folder);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static dev.langchain4j.model.embedding.EmbeddingModel instance(LocalModel local) {
		try {
			return Class.forName(local.type())
				.asSubclass(dev.langchain4j.model.embedding.EmbeddingModel.class)
				.getConstructor(Executor.class)
				.newInstance(SAME_THREAD);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(local.id() + " could not be loaded", ex);
		}
	}

	@Override
	public EmbeddingResponse call(EmbeddingRequest request) {
		List<Embedding> embeddings = new ArrayList<>();
		for (String text : request.getInstructions()) {
			float[] vector = this.model.embed(TextSegment.from(text)).content().vector();
			embeddings.add(new Embedding(vector, embeddings.size()));
		}
		return new EmbeddingResponse(embeddings);
	}

	@Override
	public float[] embed(Document document) {
		String text = document.getText();
		return embed((text != null) ? text : "");
	}

}
