package dev.babyagi.arithmetic;

/**
 * A text is not entirely arithmetic: the reader gives up wherever it stands.
 */
final class NotArithmetic extends RuntimeException {

	NotArithmetic() {
		// Thrown for control, for most objectives there are: a stack trace would only
		// cost
		// time.
		super("Not arithmetic", null, false, false);
	}

}
