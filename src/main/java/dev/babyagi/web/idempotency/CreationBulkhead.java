package dev.babyagi.web.idempotency;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.springframework.transaction.CannotCreateTransactionException;

import dev.babyagi.web.Problem;
import dev.babyagi.web.ProblemType;

/**
 * Limits how many creating requests run at once to what the shared commits can hold. The
 * others wait in order for up to 30 seconds, so that a burst is answered late instead of
 * with errors. While the database cannot be reached nobody waits: a request that comes
 * shortly after a failure is refused at once.
 */
final class CreationBulkhead {

	/** Twice the number of writes that shared commits can hold at once. */
	private static final int PLACES = 192;

	private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

	private static final Duration AWAY = Duration.ofSeconds(1);

	private final Semaphore places = new Semaphore(PLACES, true);

	private volatile long failedAt = System.nanoTime() - AWAY.toNanos();

	/**
	 * Runs the work once there is room.
	 * @throws Problem if the database cannot be reached, or there was no room for 30
	 * seconds
	 */
	<T> T pass(Supplier<T> work) {
		if (!hasTurn()) {
			throw Problem.of(ProblemType.RATE_LIMITED, "Too many requests are waiting").retryAfter(AWAY);
		}
		try {
			if (System.nanoTime() - this.failedAt < AWAY.toNanos()) {
				throw Problem.of(ProblemType.STORAGE_UNAVAILABLE, "The database cannot be reached").retryAfter(AWAY);
			}
			return work.get();
		}
		catch (CannotCreateTransactionException ex) {
			this.failedAt = System.nanoTime();
			throw ex;
		}
		finally {
			this.places.release();
		}
	}

	private boolean hasTurn() {
		try {
			return this.places.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

}
