package dev.babyagi.memory.embedding;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.ai.embedding.EmbeddingModel;
import org.springframework.util.function.SingletonSupplier;

/**
 * Makes vectors of texts by one model, which it loads when it is first asked. Every
 * vector has the length 1. Thread-safe.
 */
public final class TextEmbedder {

	/**
	 * What the usual models read of a text, in tokens. What comes after is not in the
	 * vector; it is still found by its words.
	 */
	static final int WINDOW = 510;

	private static final int CHARACTERS_PER_TOKEN = 4;

	private final String model;

	private final SingletonSupplier<EmbeddingModel> loaded;

	private final boolean english;

	TextEmbedder(String model, SingletonSupplier<EmbeddingModel> loaded) {
		this(model, loaded, false);
	}

	/**
	 * Creates one.
	 * @param english whether the model reads no Chinese, Japanese or Korean
	 */
	TextEmbedder(String model, SingletonSupplier<EmbeddingModel> loaded, boolean english) {
		this.model = model;
		this.loaded = loaded;
		this.english = english;
	}

	/** The name of the model, under which its vectors are kept. */
	public String model() {
		return this.model;
	}

	/** Whether its vector of a text says what the text is about. */
	public boolean canRead(String text) {
		return !this.english || !CjkText.isIn(text);
	}

	/**
	 * Embeds texts that are not blank.
	 * @return one vector a text, in the same order
	 * @throws EmbeddingFailure if the model cannot be loaded, called or understood
	 */
	public List<float[]> embed(List<String> texts) {
		List<String> cut = texts.stream().map(TextEmbedder::cut).toList();
		List<float[]> vectors = call(cut);
		if (vectors.size() != texts.size()) {
			throw new EmbeddingFailure(this.model + " returned " + vectors.size() + " vectors for " + texts.size());
		}
		List<float[]> units = new ArrayList<>();
		for (float[] vector : vectors) {
			units.add(unit(vector));
		}
		return units;
	}

	private List<float[]> call(List<String> texts) {
		try {
			return this.loaded.obtain().embed(texts);
		}
		catch (RuntimeException | LinkageError ex) {
			// Its message may quote the text, or what an endpoint wrote.
			throw new EmbeddingFailure(this.model + " failed: " + nameOf(ex));
		}
	}

	private static String nameOf(Throwable failure) {
		@Nullable Throwable cause = failure.getCause();
		return failure.getClass().getSimpleName()
				+ ((cause != null) ? " (" + cause.getClass().getSimpleName() + ")" : "");
	}

	/** Cuts a text to the window. A CJK character is a token, four others are one. */
	static String cut(String text) {
		int quarters = 0;
		for (int index = 0; index < text.length(); index += Character.charCount(text.codePointAt(index))) {
			quarters += CjkText.isCjk(text.codePointAt(index)) ? CHARACTERS_PER_TOKEN : 1;
			if (quarters > WINDOW * CHARACTERS_PER_TOKEN) {
				return text.substring(0, index);
			}
		}
		return text;
	}

	private float[] unit(float[] vector) {
		double sum = 0;
		for (float component : vector) {
			sum += (double) component * component;
		}
		if (!(sum > 0) || Double.isInfinite(sum)) {
			throw new EmbeddingFailure(this.model + " returned a vector without a direction");
		}
		float[] unit = new float[vector.length];
		for (int index = 0; index < vector.length; index++) {
			unit[index] = (float) (vector[index] / Math.sqrt(sum));
		}
		return unit;
	}

}
