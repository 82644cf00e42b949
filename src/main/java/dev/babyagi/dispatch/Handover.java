package dev.babyagi.dispatch;

import java.time.Instant;

/**
 * What is to become of a dispatch row after its work was carried as far as it goes.
 */
public sealed interface Handover {

	/** The work has ended, or belongs to somebody else now. */
	Handover DONE = new Done();

	/**
	 * The row is removed.
	 */
	record Done() implements Handover {

	}

	/**
	 * The row becomes due again; until then no thread and no lease is held.
	 *
	 * @param at when
	 */
	record Again(Instant at) implements Handover {

	}

}
