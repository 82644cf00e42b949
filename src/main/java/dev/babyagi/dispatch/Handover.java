package dev.babyagi.dispatch;

import java.time.Instant;

/**
 * What is to become of a dispatch row after its work was carried as far as it goes.
 */
public sealed interface Handover {

	/** There is nothing to carry. */
	Handover DONE = new Done();

	/** The work has ended, and its row with it. */
	Handover ENDED = new Ended();

	/**
	 * The row is removed.
	 */
	record Done() implements Handover {

	}

	/**
	 * The row is gone already, see {@link Dispatch#end}.
	 */
	record Ended() implements Handover {

	}

	/**
	 * The row becomes due again; until then no thread and no lease is held.
	 *
	 * @param at when
	 */
	record Again(Instant at) implements Handover {

	}

}
