package dev.babyagi.integration;

import java.util.List;

/**
 * The verdict on the reply to a joining call.
 */
public sealed interface Verdict {

	/**
	 * A verdict that needs no further call.
	 */
	sealed interface Settled extends Verdict {

		/** The answer as far as there is one. */
		Answer answer();

	}

	/**
	 * The objective is answered; the warnings name what is doubtful.
	 *
	 * @param answer the answer
	 */
	record Satisfied(Answer answer) implements Settled {

	}

	/**
	 * Something is missing: a revision of the plan may find it.
	 *
	 * @param missing what is missing, never empty
	 * @param answer the answer without it; its warnings state the gap
	 */
	record Gap(List<String> missing, Answer answer) implements Settled {

		public Gap {
			missing = List.copyOf(missing);
		}

	}

	/**
	 * The reply has faults that one repair may correct.
	 *
	 * @param errors the faults, for the repair prompt
	 * @param otherwise the verdict if there is no repair
	 */
	record Faulty(List<String> errors, Settled otherwise) implements Verdict {

		public Faulty {
			errors = List.copyOf(errors);
		}

	}

}
