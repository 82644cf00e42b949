package dev.babyagi.dispatch;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import com.github.kagkarlsson.scheduler.Clock;
import com.github.kagkarlsson.scheduler.CurrentlyExecuting;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.task.Task;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Picks due background work and hands it to its {@link BackgroundHandler}, a few at once.
 * It stops after the drivers: until then what is under way may end by itself, and what is
 * left is cut.
 */
@Component
class BackgroundScheduler implements SmartLifecycle {

	private static final Duration LONGEST_CUT = Duration.ofSeconds(2);

	/** Rows of this replica are noticed at once; those of others must be looked for. */
	private static final Duration LOOK = Duration.ofSeconds(2);

	/** The library's own heartbeats are not used, see {@link Leases}. */
	private static final Duration NEVER = Duration.ofDays(1);

	private static final Logger log = LoggerFactory.getLogger(BackgroundScheduler.class);

	private final ObjectProvider<BackgroundHandler> handlers;

	private final DataSource pool;

	private final SchedulerName replica;

	private final Clock clock;

	private final JdbcCustomization locking;

	private final DispatchSettings settings;

	private volatile @Nullable Scheduler scheduler;

	BackgroundScheduler(ObjectProvider<BackgroundHandler> handlers, @Qualifier("dispatch") DataSource pool,
			SchedulerName replica, Clock clock, JdbcCustomization locking, DispatchSettings settings) {
		this.handlers = handlers;
		this.pool = pool;
		this.replica = replica;
		this.clock = clock;
		this.locking = locking;
		this.settings = settings;
	}

	@Override
	public void start() {
		List<Task<?>> kinds = this.handlers.stream()
			.<Task<?>>map((handler) -> DispatchTasks.of(handler.kind(), handler::handle))
			.toList();
		if (!kinds.isEmpty()) {
			Scheduler next = build(kinds);
			this.scheduler = next;
			next.start();
		}
	}

	private Scheduler build(List<Task<?>> kinds) {
		return new SchedulerBuilder(this.pool, kinds).tableName(BackgroundWork.TABLE)
			.schedulerName(this.replica)
			.clock(this.clock)
			.serializer(new NoTaskData())
			.jdbcCustomization(this.locking)
			.threads(this.settings.maxBackground())
			.executorService(Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("background-", 0).factory()))
			.pollingInterval(LOOK)
			.pollUsingLockAndFetch(0.5, 1.0)
			.heartbeatInterval(NEVER)
			.enablePriority()
			.shutdownMaxWait(Duration.ofSeconds(1))
			.build();
	}

	/** Looks for due work at once. */
	void wake() {
		Scheduler present = this.scheduler;
		if (present != null) {
			present.triggerCheckForDueExecutions();
		}
	}

	/** Picks no more work; what is under way goes on. */
	void pause() {
		Scheduler present = this.scheduler;
		if (present != null) {
			present.pause();
		}
	}

	/** Picks work again. */
	void resume() {
		Scheduler present = this.scheduler;
		if (present != null) {
			present.resume();
		}
	}

	/** The work that this replica has picked and not finished. */
	List<CurrentlyExecuting> underWay() {
		Scheduler present = this.scheduler;
		return (present != null) ? present.getCurrentlyExecuting() : List.of();
	}

	@Override
	public void stop() {
		Scheduler present = this.scheduler;
		if (present == null) {
			return;
		}
		present.pause();
		long deadline = System.nanoTime() + LONGEST_CUT.toNanos();
		try {
			while (!present.getCurrentlyExecuting().isEmpty() && System.nanoTime() < deadline) {
				this.handlers.forEach(BackgroundHandler::cut);
				TimeUnit.MILLISECONDS.sleep(20);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		if (!present.getCurrentlyExecuting().isEmpty()) {
			log.warn("Background work did not stop in time: it goes on once its lease has expired");
		}
		present.stop();
		this.scheduler = null;
	}

	@Override
	public boolean isRunning() {
		return this.scheduler != null;
	}

	/** Stops after the drivers and before the leases are no longer renewed. */
	@Override
	public int getPhase() {
		return DEFAULT_PHASE - 1;
	}

}
