package dev.babyagi.memory.embedding;

import org.springframework.ai.embedding.EmbeddingModel;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/**
 * The models that run in this process, without a service around them.
 */
public final class LocalEmbedders {

	private LocalEmbedders() {
	}

	/**
	 * Finds one by its name.
	 * @throws IllegalArgumentException if there is none, or its jar is missing
	 */
	public static TextEmbedder named(String name) {
		return new EmbeddingModels(new EmbeddingSettings(name, null, null, null),
				new StaticListableBeanFactory().getBeanProvider(EmbeddingModel.class))
			.present()
			.orElseThrow();
	}

}
