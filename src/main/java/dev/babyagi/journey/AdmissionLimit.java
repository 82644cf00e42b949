package dev.babyagi.journey;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import dev.babyagi.journey.work.JourneySettings;
import dev.babyagi.objective.Objectives;

/**
 * Limits the number of objectives that are submitted and not begun. They are counted in
 * the database at intervals, each at least ten times as long as a count takes, and not
 * for each request. Meanwhile those that this replica has admitted are added. Nobody
 * waits for a count that another thread makes.
 */
@Component
class AdmissionLimit {

	private static final Duration SHORTEST_INTERVAL = Duration.ofMillis(100);

	private static final int SHARE_OF_TIME = 10;

	private final LongSupplier waiting;

	private final Clock clock;

	private final long most;

	private Instant nextCount = Instant.MIN;

	private boolean counted;

	/** The last count, and how many had been committed here when it began. */
	private long count;

	private long committedAtCount;

	/** Admitted by this replica since it started. */
	private long committed;

	private long uncommitted;

	@Autowired
	AdmissionLimit(Objectives objectives, Clock clock, JourneySettings settings) {
		this(objectives::countWaiting, clock, settings.maxWaiting());
	}

	/**
	 * Creates a limit.
	 * @param waiting counts those that wait, in the transaction of the caller
	 * @param most how many may wait
	 */
	AdmissionLimit(LongSupplier waiting, Clock clock, long most) {
		this.waiting = waiting;
		this.clock = clock;
		this.most = most;
	}

	/**
	 * Admits one more objective, which the current transaction stores.
	 * @throws QueueFull if as many wait as {@code babyagi.journey.max-waiting} allows
	 */
	void admit() {
		Admitted admitted = ofThisTransaction();
		if (isCountDue()) {
			count(admitted);
		}
		reserve(admitted);
	}

	private synchronized boolean isCountDue() {
		Instant now = this.clock.instant();
		if (this.counted && now.isBefore(this.nextCount)) {
			return false;
		}
		// Until it has ended, nobody else begins another one.
		this.nextCount = Instant.MAX;
		return true;
	}

	/**
	 * Counts. What this transaction has stored is in the count, and is left to those that
	 * are not committed.
	 */
	private void count(Admitted admitted) {
		Instant begun = this.clock.instant();
		long committedBefore = committed();
		Duration interval = SHORTEST_INTERVAL;
		try {
			long found = this.waiting.getAsLong() - admitted.number;
			keep(found, committedBefore);
			Duration least = Duration.between(begun, this.clock.instant()).multipliedBy(SHARE_OF_TIME);
			interval = (least.compareTo(interval) > 0) ? least : interval;
		}
		finally {
			countAgainAt(this.clock.instant().plus(interval));
		}
	}

	private synchronized long committed() {
		return this.committed;
	}

	private synchronized void keep(long found, long committedBefore) {
		this.count = found;
		this.committedAtCount = committedBefore;
		this.counted = true;
	}

	private synchronized void countAgainAt(Instant at) {
		this.nextCount = at;
	}

	private synchronized void reserve(Admitted admitted) {
		long known = this.count + (this.committed - this.committedAtCount) + this.uncommitted;
		if (known >= this.most) {
			throw new QueueFull(known);
		}
		this.uncommitted++;
		admitted.number++;
	}

	private synchronized void settle(Admitted admitted, boolean rolledBack) {
		this.uncommitted -= admitted.number;
		if (!rolledBack) {
			this.committed += admitted.number;
		}
	}

	private Admitted ofThisTransaction() {
		Admitted admitted = (Admitted) TransactionSynchronizationManager.getResource(this);
		if (admitted == null) {
			admitted = new Admitted();
			TransactionSynchronizationManager.bindResource(this, admitted);
			TransactionSynchronizationManager.registerSynchronization(admitted);
		}
		return admitted;
	}

	/**
	 * The objectives that one transaction has admitted. Its fields belong to the thread
	 * of the transaction.
	 */
	private final class Admitted implements TransactionSynchronization {

		private long number;

		@Override
		public void suspend() {
			TransactionSynchronizationManager.unbindResource(AdmissionLimit.this);
		}

		@Override
		public void resume() {
			TransactionSynchronizationManager.bindResource(AdmissionLimit.this, this);
		}

		@Override
		public void afterCompletion(int status) {
			TransactionSynchronizationManager.unbindResource(AdmissionLimit.this);
			settle(this, status == STATUS_ROLLED_BACK);
		}

	}

}
