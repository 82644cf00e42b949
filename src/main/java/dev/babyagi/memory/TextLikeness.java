package dev.babyagi.memory;

/**
 * Compares what two texts are about.
 */
@FunctionalInterface
public interface TextLikeness {

	/**
	 * The cosine of the two texts: 1 for equal texts, about 0 for texts that have nothing
	 * in common. Their vectors come from the model of embeddings; without one, or if it
	 * fails, from their words.
	 */
	double of(String one, String other);

}
