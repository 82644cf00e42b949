package dev.babyagi.journey.drive;

import dev.babyagi.execution.AttemptEnd;

/**
 * A message to a driver.
 */
sealed interface DriverMessage {

	/** See {@link Ordered}. */
	DriverMessage ORDERED = new Ordered();

	/** See {@link Drain}. */
	DriverMessage DRAIN = new Drain();

	/**
	 * An attempt has ended.
	 *
	 * @param attempt the number of the attempt
	 * @param end how it ended
	 */
	record Ended(int attempt, AttemptEnd end) implements DriverMessage {

	}

	/**
	 * There are new orders for the objective: the driver reads them.
	 */
	record Ordered() implements DriverMessage {

	}

	/**
	 * This replica is stopping: the driver starts nothing new, and once its attempts have
	 * ended or the drain time is over it commits and stops.
	 */
	record Drain() implements DriverMessage {

	}

	/**
	 * Another replica may have taken the objective: the driver stops if the epoch is
	 * greater than its own.
	 *
	 * @param epoch the epoch in the objective's row
	 */
	record Lost(long epoch) implements DriverMessage {

	}

}
