package dev.babyagi.journey.drive;

import java.util.List;

import dev.babyagi.objective.Order;

/**
 * The result of committing a unit of work.
 */
public sealed interface CommitResult {

	/** See {@link Done}. */
	CommitResult DONE = new Done();

	/** See {@link Lost}. */
	CommitResult LOST = new Lost();

	/**
	 * The unit of work is committed.
	 */
	record Done() implements CommitResult {

	}

	/**
	 * Another replica owns the objective, or it is gone: the driver must stop and write
	 * nothing.
	 */
	record Lost() implements CommitResult {

	}

	/**
	 * There are orders that the unit of work does not know: the driver must act on them
	 * and begin again.
	 *
	 * @param orders the new orders, oldest first
	 */
	record Ordered(List<Order> orders) implements CommitResult {

	}

}
