package dev.babyagi.dispatch;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import com.github.kagkarlsson.scheduler.CurrentlyExecuting;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Renews the leases of this replica, all in one commit, and releases the expired leases
 * of other replicas. The library does both with a commit for each row.
 */
@Component
class Leases implements SmartLifecycle {

	/** Renewals in the time of one lease. */
	private static final int BEATS = 4;

	/**
	 * Expired leases are looked for at every second renewal, since that reads all rows.
	 */
	private static final int BEATS_A_LOOK = 2;

	private static final Logger log = LoggerFactory.getLogger(Leases.class);

	private final Scheduler scheduler;

	private final BackgroundScheduler background;

	private final JdbcTemplate jdbc;

	private final TransactionTemplate transaction;

	private final String replica;

	private final Clock clock;

	private final Duration lease;

	private final Duration interval;

	/** Renewals that have to succeed before expired leases are looked for. */
	private int beatsToLook = BEATS_A_LOOK;

	private ScheduledExecutorService pulse = Executors.newSingleThreadScheduledExecutor();

	private volatile boolean running;

	Leases(Scheduler scheduler, BackgroundScheduler background, @Qualifier("dispatch") DataSource pool,
			SchedulerName replica, Clock clock, DispatchSettings settings) {
		this.scheduler = scheduler;
		this.background = background;
		this.jdbc = new JdbcTemplate(pool);
		this.transaction = new TransactionTemplate(new JdbcTransactionManager(pool));
		this.replica = replica.getName();
		this.clock = clock;
		this.lease = settings.lease();
		this.interval = this.lease.dividedBy(BEATS);
	}

	/**
	 * Renews the leases of this replica. Without any lease it takes a connection all the
	 * same, and so fails as others do if the database is away.
	 */
	void keep() {
		keep("scheduled_tasks", this.scheduler.getCurrentlyExecuting());
		List<CurrentlyExecuting> background = this.background.underWay();
		if (!background.isEmpty()) {
			keep(BackgroundWork.TABLE, background);
		}
	}

	/**
	 * Renews leases. One update for each row, since H2 compares a list with each of its
	 * rows; and sorted by id, as {@code SharedCommits} does, so that the two never
	 * deadlock.
	 */
	private void keep(String table, List<CurrentlyExecuting> executing) {
		List<TaskInstance<?>> held = executing.stream()
			.<TaskInstance<?>>map(CurrentlyExecuting::getTaskInstance)
			.sorted(Comparator.comparing(TaskInstance::getId))
			.toList();
		this.transaction.executeWithoutResult((status) -> keep(table, held, this.clock.instant()));
	}

	private void keep(String table, List<TaskInstance<?>> held, Instant now) {
		this.jdbc.batchUpdate("""
				update %s set last_heartbeat = ?
				where task_name = ? and task_instance = ? and picked_by = ?""".formatted(table), held, held.size(),
				(statement, instance) -> {
					statement.setTimestamp(1, Timestamp.from(now));
					statement.setString(2, instance.getTaskName());
					statement.setString(3, instance.getId());
					statement.setString(4, this.replica);
				});
	}

	/** Releases expired leases, so that another replica can take the work. */
	void release() {
		if (release("scheduled_tasks", "objectives")) {
			this.scheduler.triggerCheckForDueExecutions();
		}
		if (release(BackgroundWork.TABLE, "pieces of background work")) {
			this.background.wake();
		}
	}

	private boolean release(String table, String what) {
		Instant now = this.clock.instant();
		int released = this.jdbc.update("""
				update %s set picked = false, picked_by = null, last_heartbeat = null,
				execution_time = ?, version = version + 1
				where picked = true and last_heartbeat < ?""".formatted(table), Timestamp.from(now),
				Timestamp.from(now.minus(this.lease)));
		if (released > 0) {
			log.info("Released {} {} whose leases had expired: a replica that is free takes them over", released, what);
		}
		return released > 0;
	}

	@Override
	public void start() {
		this.pulse = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("leases").factory());
		long millis = this.interval.toMillis();
		var _ = this.pulse.scheduleWithFixedDelay(this::beat, millis, millis, TimeUnit.MILLISECONDS);
		this.running = true;
	}

	/**
	 * Renews before it releases: this replica may itself have been paused. After a
	 * failure, or a renewal that took as long as the pause between two, it releases
	 * nothing for the time of a lease: the database may have been away, so that nobody
	 * could renew.
	 */
	void beat() {
		long start = System.nanoTime();
		try {
			keep();
			boolean slow = System.nanoTime() - start > this.interval.toNanos();
			this.beatsToLook = slow ? BEATS : this.beatsToLook - 1;
			if (this.beatsToLook <= 0) {
				release();
				this.beatsToLook = BEATS_A_LOOK;
			}
		}
		catch (RuntimeException ex) {
			this.beatsToLook = BEATS;
			log.warn("The leases of this replica could not be renewed, which is tried again: {}",
					ex.getClass().getSimpleName());
		}
	}

	@Override
	public void stop() {
		this.pulse.shutdownNow();
		this.running = false;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	/** Stops after the scheduler and the drivers, whose leases it renews. */
	@Override
	public int getPhase() {
		return 0;
	}

}
