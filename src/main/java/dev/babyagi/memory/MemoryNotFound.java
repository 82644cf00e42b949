package dev.babyagi.memory;

/**
 * The tenant has no memory of that id.
 */
public final class MemoryNotFound extends RuntimeException {

	public MemoryNotFound() {
		super("There is no such memory");
	}

}
