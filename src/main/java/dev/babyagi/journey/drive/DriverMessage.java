package dev.babyagi.journey.drive;

import dev.babyagi.execution.AttemptEnd;

/**
 * What a driver waits for.
 */
sealed interface DriverMessage {

	/** Look at the orders. */
	DriverMessage ORDERED = new Ordered();

	/** Bring what is under way to an end and let go. */
	DriverMessage DRAIN = new Drain();

	/**
	 * A task thread is done.
	 *
	 * @param attempt the number of its attempt
	 * @param end how it ended
	 */
	record Ended(int attempt, AttemptEnd end) implements DriverMessage {

	}

	/**
	 * Somebody wants something of the objective.
	 */
	record Ordered() implements DriverMessage {

	}

	/**
	 * This replica is stopping.
	 */
	record Drain() implements DriverMessage {

	}

	/**
	 * Another replica may have taken the objective.
	 *
	 * @param epoch the epoch of its row
	 */
	record Lost(long epoch) implements DriverMessage {

	}

}
