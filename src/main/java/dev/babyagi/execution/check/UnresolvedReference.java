package dev.babyagi.execution.check;

/**
 * A reference has nothing to stand for.
 */
public final class UnresolvedReference extends RuntimeException {

	private static final long serialVersionUID = 1L;

	UnresolvedReference(String message) {
		super(message);
	}

}
