package dev.babyagi.memory.embedding;

import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * The vector of a memory or turn.
 */
public final class TextVector {

	private final UUID id;

	private final String tenant;

	private final float[] components;

	/**
	 * Creates one.
	 * @param id the memory, or the objective of a turn
	 * @param tenant whose it is
	 * @param components of length 1; not copied
	 */
	public TextVector(UUID id, String tenant, float[] components) {
		this.id = id;
		this.tenant = tenant;
		this.components = components;
	}

	UUID id() {
		return this.id;
	}

	String tenant() {
		return this.tenant;
	}

	int dimensions() {
		return this.components.length;
	}

	byte[] bytes() {
		ByteBuffer bytes = ByteBuffer.allocate(this.components.length * Float.BYTES);
		bytes.asFloatBuffer().put(this.components);
		return bytes.array();
	}

}
