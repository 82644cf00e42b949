package dev.babyagi.dispatch;

import java.time.Duration;
import java.time.Instant;

/**
 * Where work stands in the queue, as one number: the greater, the sooner. A step of
 * priority is worth a minute of waiting, so what is urgent goes first and nothing waits
 * behind it for ever.
 */
final class DispatchPriority {

	/** Before everything that waits. */
	static final int FIRST = Integer.MAX_VALUE;

	private static final int SECONDS_A_STEP = 60;

	/** Ranks of the next 68 years fit an integer. */
	private static final Instant ORIGIN = Instant.parse("2026-01-01T00:00:00Z");

	private DispatchPriority() {
	}

	/**
	 * The rank of work that waits.
	 * @param priority higher is more urgent
	 * @param since when it began to wait
	 */
	static int of(int priority, Instant since) {
		return Math.toIntExact((long) priority * SECONDS_A_STEP - Duration.between(ORIGIN, since).toSeconds());
	}

}
