package dev.babyagi.execution;

import org.jspecify.annotations.Nullable;

/**
 * The next rung of the ladder for one task.
 */
public sealed interface LadderRung {

	/**
	 * One answer at the role's own temperature.
	 */
	record Answer() implements LadderRung {

	}

	/**
	 * Another answer, with the checker's message.
	 *
	 * @param answer the previous answer, or {@code null} if there was none
	 * @param message what was wrong with it
	 */
	record Retry(@Nullable String answer, String message) implements LadderRung {

	}

	/**
	 * Three answers, of which the plurality counts.
	 */
	record Ballots() implements LadderRung {

	}

	/**
	 * No rung of execution is left: it is for the journey to decompose or replan.
	 *
	 * @param reason why
	 */
	record Stalled(String reason) implements LadderRung {

	}

}
