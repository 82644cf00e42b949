package dev.babyagi.arithmetic;

/**
 * An expression has no value. The message says what was expected, what was found and what
 * to do; the caller shows it to the author of the expression.
 */
public final class NotCalculable extends RuntimeException {

	NotCalculable(String message) {
		// Thrown as control flow at a known place: a stack trace would only cost time.
		super(message, null, false, false);
	}

}
