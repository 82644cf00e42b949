package dev.babyagi.execution;

import java.time.Duration;

/**
 * How long to wait for an endpoint that is down.
 */
public final class OutageBackoff {

	private static final Duration FIRST_WAIT = Duration.ofSeconds(5);

	private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

	private static final int DOUBLINGS = 4;

	private OutageBackoff() {
	}

	/**
	 * The wait before the next round: 5, 10, 20, 40, and then 60 seconds each.
	 * @param rounds how many rounds in a row found it down before this one
	 */
	public static Duration waitAfter(int rounds) {
		Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(rounds, DOUBLINGS));
		return (wait.compareTo(LONGEST_WAIT) > 0) ? LONGEST_WAIT : wait;
	}

}
