package dev.babyagi.arithmetic;

/**
 * An expression has no value. The message says what was wanted, what was found and what
 * to do; whoever asked for the value reads it.
 */
public final class NotCalculable extends RuntimeException {

	NotCalculable(String message) {
		// Thrown for control, at a known place: a stack trace would only cost time.
		super(message, null, false, false);
	}

}
