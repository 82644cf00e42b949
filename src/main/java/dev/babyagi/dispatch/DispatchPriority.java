package dev.babyagi.dispatch;

import java.time.Duration;
import java.time.Instant;

/**
 * The place of work in the queue as one number, the greatest first. One step of priority
 * is worth a minute of waiting, so urgent work goes first and no work waits for ever.
 */
final class DispatchPriority {

	/** Before all other work. */
	static final int FIRST = Integer.MAX_VALUE;

	private static final int SECONDS_A_STEP = 60;

	/** Ranks fit an integer for 68 years from here on. */
	private static final Instant ORIGIN = Instant.parse("2026-01-01T00:00:00Z");

	private DispatchPriority() {
	}

	/**
	 * Returns the rank of work that waits.
	 * @param priority higher is more urgent
	 * @param since when it began to wait
	 */
	static int of(int priority, Instant since) {
		return Math.toIntExact((long) priority * SECONDS_A_STEP - Duration.between(ORIGIN, since).toSeconds());
	}

}
