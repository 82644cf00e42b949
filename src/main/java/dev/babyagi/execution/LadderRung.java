package dev.babyagi.execution;

import org.jspecify.annotations.Nullable;

/**
 * The next rung of the ladder for one task.
 */
public sealed interface LadderRung {

	/**
	 * Ask for one answer at the temperature of the role.
	 */
	record Answer() implements LadderRung {

	}

	/**
	 * Ask for another answer, with the message of the check.
	 *
	 * @param answer the previous answer, or {@code null} if there was none
	 * @param message what was wrong with it
	 */
	record Retry(@Nullable String answer, String message) implements LadderRung {

	}

	/**
	 * Ask for three answers and take the one that most agree on.
	 */
	record Ballots() implements LadderRung {

	}

	/**
	 * No rung is left: the journey decomposes the task or replans.
	 *
	 * @param reason why
	 */
	record Stalled(String reason) implements LadderRung {

	}

}
