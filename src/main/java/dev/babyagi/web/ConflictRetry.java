package dev.babyagi.web;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;

/**
 * Repeats what failed because somebody else wrote the same at the same time.
 */
public final class ConflictRetry {

	/** Of so many who write at once, one at least succeeds each time. */
	private static final int MOST_ROUNDS = 30;

	private static final long MOST_PAUSE = TimeUnit.MILLISECONDS.toNanos(5);

	private ConflictRetry() {
	}

	/**
	 * Returns what an action returns.
	 * @param action runs in transactions of its own
	 */
	public static <T> T run(Supplier<T> action) {
		for (int round = 1;; round++) {
			try {
				return action.get();
			}
			catch (ConcurrencyFailureException | DataIntegrityViolationException ex) {
				if (round == MOST_ROUNDS) {
					throw ex;
				}
				LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(MOST_PAUSE));
			}
		}
	}

}
