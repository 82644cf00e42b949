package dev.babyagi.planning.question;

/**
 * A text is not entirely arithmetic. It ends the reading at any depth.
 */
final class NotArithmetic extends RuntimeException {

	NotArithmetic() {
		// Thrown for most objectives, as control flow: a stack trace would only cost
		// time.
		super("Not arithmetic", null, false, false);
	}

}
