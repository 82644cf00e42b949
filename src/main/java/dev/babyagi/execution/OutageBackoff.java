package dev.babyagi.execution;

import java.time.Duration;

/**
 * How long an endpoint that is down is waited for.
 */
public final class OutageBackoff {

	private static final Duration FIRST_WAIT = Duration.ofSeconds(5);

	private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

	private static final int DOUBLINGS = 4;

	private OutageBackoff() {
	}

	/**
	 * The wait before the next round: 5, 10, 20, 40, then every 60 seconds.
	 * @param rounds rounds in a row that found it down before this one
	 */
	public static Duration waitAfter(int rounds) {
		Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(rounds, DOUBLINGS));
		return (wait.compareTo(LONGEST_WAIT) > 0) ? LONGEST_WAIT : wait;
	}

}
