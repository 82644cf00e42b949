package dev.babyagi.execution;

/**
 * The result of checking an answer.
 */
public sealed interface CheckedAnswer {

	/**
	 * It is accepted.
	 *
	 * @param artifact what the answer says
	 * @param level how it was checked
	 */
	record Passed(Artifact artifact, VerificationLevel level) implements CheckedAnswer {

		/** Whether a check other than the basic ones confirmed it. */
		public boolean verified() {
			return this.level != VerificationLevel.NONE;
		}

	}

	/**
	 * It is not accepted.
	 *
	 * @param message what is wrong with it, for the prompt of the next try
	 * @param answer the answer; empty if there was none
	 */
	record Failed(String message, String answer) implements CheckedAnswer {

	}

}
