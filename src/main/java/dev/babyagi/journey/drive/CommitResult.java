package dev.babyagi.journey.drive;

import java.util.List;

import dev.babyagi.objective.Order;

/**
 * What came of recording a draft.
 */
public sealed interface CommitResult {

	/** It is committed. */
	CommitResult DONE = new Done();

	/** Another replica owns the objective, or it is gone. */
	CommitResult LOST = new Lost();

	/**
	 * It is committed.
	 */
	record Done() implements CommitResult {

	}

	/**
	 * Another replica owns the objective, or it is gone: stop and write nothing.
	 */
	record Lost() implements CommitResult {

	}

	/**
	 * There are orders that the draft does not know of: act on them and begin again.
	 *
	 * @param orders the new ones
	 */
	record Ordered(List<Order> orders) implements CommitResult {

	}

}
