package dev.babyagi.memory.index;

/**
 * The vector of a cue.
 */
final class CueVector {

	private final String model;

	private final float[] components;

	/**
	 * Creates the vector of a cue.
	 * @param model the model that made it
	 * @param components of length 1; not copied
	 */
	CueVector(String model, float[] components) {
		this.model = model;
		this.components = components;
	}

	/** The field of the vectors that it can be compared with. */
	String field() {
		return DocumentFields.vector(this.model, this.components.length);
	}

	float[] components() {
		return this.components;
	}

}
