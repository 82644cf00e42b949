package dev.babyagi.web.idempotency;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.springframework.transaction.CannotCreateTransactionException;

import dev.babyagi.web.Problem;
import dev.babyagi.web.ProblemType;

/**
 * Lets as many creating requests in at once as fill the commits they share, and the
 * others wait in order for half a minute: a burst is answered late instead of with
 * errors. While the database is away nobody waits for it: whoever comes within moments of
 * a failure is told at once.
 */
final class CreationBulkhead {

	/** Twice what can be under way at once in commits that are shared. */
	private static final int PLACES = 192;

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private static final Duration AWAY = Duration.ofSeconds(1);

	private final Semaphore places = new Semaphore(PLACES, true);

	private volatile long failedAt = System.nanoTime() - AWAY.toNanos();

	/**
	 * Does the work when it is its turn.
	 * @throws Problem if the database is away, or it was not its turn for 30 seconds
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
			return this.places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

}
