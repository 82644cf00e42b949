package dev.babyagi.execution;

/**
 * What a criterion says about an artifact.
 */
sealed interface Finding {

	/**
	 * The criterion is met.
	 *
	 * @param level the kind of check
	 */
	record Holds(Level level) implements Finding {

	}

	/**
	 * It is not met.
	 *
	 * @param message what is wrong
	 */
	record Fails(String message) implements Finding {

	}

	/** There is no criterion, or none that can be applied. */
	record SaysNothing() implements Finding {

	}

}
