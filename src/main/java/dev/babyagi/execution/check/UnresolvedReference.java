package dev.babyagi.execution.check;

/**
 * A reference cannot be resolved.
 */
public final class UnresolvedReference extends RuntimeException {

	private static final long serialVersionUID = 1L;

	UnresolvedReference(String message) {
		super(message);
	}

}
