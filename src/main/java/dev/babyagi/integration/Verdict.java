package dev.babyagi.integration;

import java.util.List;

/**
 * What a joining call came to.
 */
public sealed interface Verdict {

	/**
	 * A verdict that needs no further call.
	 */
	sealed interface Settled extends Verdict {

		/** The answer as it stands. */
		Answer answer();

	}

	/**
	 * The objective is answered; what is doubtful stands in the warnings.
	 *
	 * @param answer the answer
	 */
	record Satisfied(Answer answer) implements Settled {

	}

	/**
	 * Something is missing: a revision of the plan may find it.
	 *
	 * @param missing what is missing, never empty
	 * @param answer what can be said without it, the gap stated in its warnings
	 */
	record Gap(List<String> missing, Answer answer) implements Settled {

		public Gap {
			missing = List.copyOf(missing);
		}

	}

	/**
	 * The reply has faults that one repair may cure.
	 *
	 * @param errors the faults, said to the model
	 * @param otherwise what it comes to if there is no repair
	 */
	record Faulty(List<String> errors, Settled otherwise) implements Verdict {

		public Faulty {
			errors = List.copyOf(errors);
		}

	}

}
