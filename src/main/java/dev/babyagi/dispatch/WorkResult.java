package dev.babyagi.dispatch;

import java.time.Instant;

/**
 * What is to become of a dispatch row after its work was carried as far as it goes.
 */
public sealed interface WorkResult {

	/** There is nothing to carry. */
	WorkResult DONE = new Done();

	/** The work has ended, and its row with it. */
	WorkResult ENDED = new Ended();

	/**
	 * The row is removed.
	 */
	record Done() implements WorkResult {

	}

	/**
	 * The row is gone already, see {@link Dispatch#end}.
	 */
	record Ended() implements WorkResult {

	}

	/**
	 * The row becomes due again; until then no thread and no lease is held.
	 *
	 * @param at when
	 */
	record Again(Instant at) implements WorkResult {

	}

}
