package dev.babyagi.language.openai;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * The pauses between tries: 1, 2 and 4 seconds by default, with full jitter. They are
 * four times as long for an endpoint that says it is overloaded.
 *
 * @param first the longest first pause
 * @param random the source of jitter
 * @param sleeper waits
 */
record Backoff(Duration first, RandomGenerator random, Sleeper sleeper) {

	private static final int OVERLOADED = 4;

	private static final int LONGEST_DOUBLING = 6;

	/**
	 * Returns how long to wait.
	 * @param round the number of pauses before this one
	 * @param overloaded whether the endpoint says that it is overloaded
	 */
	Duration pause(int round, boolean overloaded) {
		Duration most = this.first.multipliedBy(1L << Math.min(round, LONGEST_DOUBLING));
		long nanos = (overloaded ? most.multipliedBy(OVERLOADED) : most).toNanos();
		return Duration.ofNanos((nanos > 0) ? this.random.nextLong(nanos + 1) : 0);
	}

	/**
	 * Waits for a pause; tests return at once.
	 */
	@FunctionalInterface
	interface Sleeper {

		void sleep(Duration pause) throws InterruptedException;

	}

}
