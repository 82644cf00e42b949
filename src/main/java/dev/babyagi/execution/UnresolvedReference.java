package dev.babyagi.execution;

/**
 * A reference has nothing to stand for.
 */
final class UnresolvedReference extends RuntimeException {

	private static final long serialVersionUID = 1L;

	UnresolvedReference(String message) {
		super(message);
	}

}
