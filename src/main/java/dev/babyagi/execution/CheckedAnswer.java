package dev.babyagi.execution;

/**
 * What came of checking an answer.
 */
public sealed interface CheckedAnswer {

	/**
	 * It is accepted.
	 *
	 * @param artifact what the answer says
	 * @param level how it was checked
	 */
	record Passed(Artifact artifact, VerificationLevel level) implements CheckedAnswer {

		/** Whether more speaks for it than the word of a model. */
		public boolean verified() {
			return this.level != VerificationLevel.NONE;
		}

	}

	/**
	 * It is not accepted.
	 *
	 * @param message what is wrong with it, said to whoever tries next
	 * @param answer the answer; empty if there was none
	 */
	record Failed(String message, String answer) implements CheckedAnswer {

	}

}
