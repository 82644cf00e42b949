package dev.babyagi.execution.check;

import dev.babyagi.execution.VerificationLevel;

/**
 * The result of applying a success criterion to an artifact.
 */
sealed interface CriterionResult {

	/**
	 * The criterion is met.
	 *
	 * @param level the kind of check
	 */
	record Holds(VerificationLevel level) implements CriterionResult {

	}

	/**
	 * It is not met.
	 *
	 * @param message what is wrong
	 */
	record Fails(String message) implements CriterionResult {

	}

	/** There is no criterion, or none that can be applied. */
	record SaysNothing() implements CriterionResult {

	}

}
