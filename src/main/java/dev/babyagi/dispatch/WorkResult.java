package dev.babyagi.dispatch;

import java.time.Instant;

/**
 * What happens to a dispatch row after a {@link WorkHandler} has returned.
 */
public sealed interface WorkResult {

	/** There is nothing to do, and the row is removed. */
	WorkResult DONE = new Done();

	/** The work has ended, and its last commit has removed the row. */
	WorkResult ENDED = new Ended();

	/**
	 * There is nothing to do: the row is removed.
	 */
	record Done() implements WorkResult {

	}

	/**
	 * The work has ended: its last commit has removed the row, see {@link Dispatch#end}.
	 */
	record Ended() implements WorkResult {

	}

	/**
	 * The row becomes due again. Until then the work holds no thread and no lease.
	 *
	 * @param at when it becomes due
	 */
	record Again(Instant at) implements WorkResult {

	}

}
