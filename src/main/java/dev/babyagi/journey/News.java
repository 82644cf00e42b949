package dev.babyagi.journey;

import dev.babyagi.execution.AttemptEnd;

/**
 * What a driver waits for.
 */
sealed interface News {

	/** Look at the orders. */
	News ORDERED = new Ordered();

	/** Bring what is under way to an end and let go. */
	News DRAIN = new Drain();

	/**
	 * A task thread is done.
	 *
	 * @param attempt the number of its attempt
	 * @param end how it ended
	 */
	record Ended(int attempt, AttemptEnd end) implements News {

	}

	/**
	 * Somebody wants something of the objective.
	 */
	record Ordered() implements News {

	}

	/**
	 * This replica is stopping.
	 */
	record Drain() implements News {

	}

	/**
	 * Another replica may have taken the objective.
	 *
	 * @param epoch the epoch of its row
	 */
	record Lost(long epoch) implements News {

	}

}
