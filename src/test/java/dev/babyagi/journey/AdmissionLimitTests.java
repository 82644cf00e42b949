package dev.babyagi.journey;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests of {@link AdmissionLimit}.
 */
@Timeout(60)
class AdmissionLimitTests {

	private static final int MOST = 50;

	/** The objectives that wait, as every transaction sees them once it has ended. */
	private final AtomicLong table = new AtomicLong();

	private final AtomicInteger counts = new AtomicInteger();

	private final LeapingClock clock = LeapingClock.over(Clock.systemUTC());

	private final AdmissionLimit limit = new AdmissionLimit(this::count, this.clock, MOST);

	private volatile CountDownLatch countGoesOn = new CountDownLatch(0);

	@Test
	void admitsNeverMoreThanMayWaitHoweverManyComeAtOnce() {
		this.table.set(10);
		AtomicInteger number = new AtomicInteger();
		inParallel(2_000, () -> {
			// Every fourth is admitted and not stored.
			submit(number.incrementAndGet() % 4 == 0);
			assertThat(this.table.get()).isLessThanOrEqualTo(MOST);
		});
		this.clock.pass(Duration.ofSeconds(1));
		while (isAdmitted()) {
			assertThat(this.table.get()).isLessThanOrEqualTo(MOST);
		}
		assertThat(this.table).hasValue(MOST);
	}

	@Test
	void countsForNoRequestThatItRefuses() {
		this.table.set(MOST);
		int refused = inParallel(2_000, () -> submit(false));
		assertThat(refused).isEqualTo(2_000);
		assertThat(this.counts).hasValueLessThan(20);
	}

	@Test
	void waitsForNoCountThatAnotherMakes() throws InterruptedException {
		assertThat(isAdmitted()).isTrue();
		this.clock.pass(Duration.ofSeconds(1));
		this.countGoesOn = new CountDownLatch(1);
		Thread counting = Thread.startVirtualThread(() -> submit(false));
		while (this.counts.get() < 2) {
			Thread.onSpinWait();
		}
		assertThat(isAdmitted()).isTrue();
		assertThat(this.counts).hasValue(2);
		this.countGoesOn.countDown();
		counting.join();
		assertThat(this.table).hasValue(3);
	}

	@Test
	void admitsAgainSoonAfterOthersHaveBegun() {
		this.table.set(MOST);
		assertThatExceptionOfType(QueueFull.class).isThrownBy(() -> submit(false))
			.withMessage("50 objectives are waiting already; try again later");
		this.table.addAndGet(-2);
		assertThat(isAdmitted()).isFalse();
		this.clock.pass(Duration.ofSeconds(1));
		assertThat(isAdmitted()).isTrue();
		assertThat(isAdmitted()).isTrue();
		assertThat(isAdmitted()).isFalse();
	}

	@Test
	void countsWhatOneTransactionStoresOnce() {
		this.table.set(MOST - 3);
		new TransactionTemplate(new Commits(this.table, 3)).executeWithoutResult((status) -> {
			this.limit.admit();
			this.limit.admit();
			this.clock.pass(Duration.ofSeconds(1));
			this.table.addAndGet(2); // it sees its own rows
			this.limit.admit();
			this.table.addAndGet(-2);
			assertThatExceptionOfType(QueueFull.class).isThrownBy(this.limit::admit);
		});
		assertThat(this.table).hasValue(MOST);
		assertThat(isAdmitted()).isFalse();
	}

	@Test
	void countsAgainAfterACountThatFailed() {
		AtomicInteger calls = new AtomicInteger();
		AdmissionLimit failing = new AdmissionLimit(() -> {
			if (calls.incrementAndGet() == 1) {
				throw new IllegalStateException("No connection");
			}
			return MOST;
		}, this.clock, MOST);
		TransactionTemplate transaction = new TransactionTemplate(new Commits(this.table, 1));
		assertThatExceptionOfType(IllegalStateException.class)
			.isThrownBy(() -> transaction.executeWithoutResult((status) -> failing.admit()));
		assertThatExceptionOfType(QueueFull.class)
			.isThrownBy(() -> transaction.executeWithoutResult((status) -> failing.admit()));
	}

	private long count() {
		this.counts.incrementAndGet();
		long rows = this.table.get();
		try {
			this.countGoesOn.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
		return rows;
	}

	private boolean isAdmitted() {
		try {
			submit(false);
			return true;
		}
		catch (QueueFull ex) {
			return false;
		}
	}

	private void submit(boolean rolledBack) {
		new TransactionTemplate(new Commits(this.table, 1)).executeWithoutResult((status) -> {
			this.limit.admit();
			LockSupport.parkNanos(1_000);
			if (rolledBack) {
				status.setRollbackOnly();
			}
		});
	}

	/** Returns how many were refused. */
	private static int inParallel(int times, Runnable submission) {
		AtomicInteger refused = new AtomicInteger();
		try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
			IntStream.range(0, times).<Future<?>>mapToObj((number) -> clients.submit(() -> {
				try {
					submission.run();
				}
				catch (QueueFull ex) {
					refused.incrementAndGet();
				}
			})).toList().forEach(AdmissionLimitTests::join);
		}
		return refused.get();
	}

	private static void join(Future<?> submission) {
		try {
			submission.get();
		}
		catch (Exception ex) {
			throw new AssertionError(ex);
		}
	}

	/** Transactions that store so many objectives when they commit. */
	private static final class Commits extends AbstractPlatformTransactionManager {

		private final transient AtomicLong table;

		private final int stored;

		private Commits(AtomicLong table, int stored) {
			this.table = table;
			this.stored = stored;
		}

		@Override
		protected Object doGetTransaction() {
			return this;
		}

		@Override
		protected void doBegin(Object transaction, TransactionDefinition definition) {
		}

		@Override
		protected void doCommit(DefaultTransactionStatus status) {
			this.table.addAndGet(this.stored);
		}

		@Override
		protected void doRollback(DefaultTransactionStatus status) {
		}

	}

}
