package dev.babyagi.dispatch;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Durable hand-over of work: a row written in the caller's commit, carried by one replica
 * at a time.
 */
@Component
public class Dispatch {

	private final SchedulerClient client;

	private final ObjectProvider<Scheduler> scheduler;

	private final JdbcClient jdbc;

	Dispatch(DispatchClient client, ObjectProvider<Scheduler> scheduler, JdbcClient jdbc) {
		this.client = client.client();
		this.jdbc = jdbc;
		this.scheduler = scheduler;
	}

	/**
	 * Schedules work that has no row yet, in the caller's transaction, and wakes the
	 * dispatcher of this replica after its commit.
	 * @param id what is to be carried
	 * @param priority higher is more urgent; a step is worth a minute of waiting
	 */
	public void schedule(UUID id, int priority, Instant at) {
		this.client.scheduleBatch(List.of(instance(id, DispatchPriority.of(priority, at))), at);
		wakeAfterCommit();
	}

	/**
	 * Makes work due at once, whether it has a row or not, and lets it wait no longer
	 * than its priority now says. A row that is being carried is left alone: its carrier
	 * is told by others, or the next sweep finds the work.
	 */
	public void makeDue(UUID id, int priority, Instant now) {
		moveUp(id, DispatchPriority.of(priority, now), now);
	}

	/** Makes work due at once, before everything that waits. */
	public void makeUrgent(UUID id, Instant now) {
		moveUp(id, DispatchPriority.FIRST, now);
	}

	private void moveUp(UUID id, int rank, Instant now) {
		int due = this.jdbc.sql("""
				update scheduled_tasks set priority = greatest(priority, :rank),
				execution_time = least(execution_time, :now), version = version + 1
				where task_name = :name and task_instance = :instance and picked = false""")
			.param("rank", rank)
			.param("now", Timestamp.from(now))
			.param("name", DispatchConfiguration.TASK)
			.param("instance", id.toString())
			.update();
		if (due == 0) {
			this.client.scheduleIfNotExists(instance(id, rank), now);
		}
		wakeAfterCommit();
	}

	/**
	 * Removes the row of work that is being carried, in the caller's transaction: the end
	 * of the work and the end of its row are one commit.
	 */
	public void end(UUID id) {
		this.jdbc.sql("delete from scheduled_tasks where task_name = :name and task_instance = :instance")
			.param("name", DispatchConfiguration.TASK)
			.param("instance", id.toString())
			.update();
	}

	/**
	 * Which work has neither a due row nor one that is being carried. Rows are counted
	 * for each piece of work, by their key: asked whether none exists, PostgreSQL joins
	 * the tables, and when it was told last that there are no rows it compares each id
	 * with every one.
	 */
	public List<UUID> withoutDueRow(List<UUID> ids, Instant now) {
		return this.jdbc.sql("""
				select held.id from unnest(cast(:ids as uuid array)) as held(id)
				where (select count(*) from scheduled_tasks s where s.task_name = :name
				and s.task_instance = cast(held.id as varchar(36))
				and (s.picked = true or s.execution_time <= :now)) = 0""")
			.param("ids", new SqlArrayValue("uuid", ids.toArray()))
			.param("name", DispatchConfiguration.TASK)
			.param("now", Timestamp.from(now))
			.query((row, number) -> row.getObject("id", UUID.class))
			.list();
	}

	/** Looks for due rows at once. */
	public void wake() {
		this.scheduler.ifAvailable(Scheduler::triggerCheckForDueExecutions);
	}

	/** Takes no new work from here on; what is carried goes on. */
	public void pause() {
		this.scheduler.ifAvailable(Scheduler::pause);
	}

	/** Takes new work again. */
	public void resume() {
		this.scheduler.ifAvailable(Scheduler::resume);
	}

	private static TaskInstance<Void> instance(UUID id, int rank) {
		return new TaskInstance<>(DispatchConfiguration.TASK, id.toString(), () -> null, rank);
	}

	private void wakeAfterCommit() {
		if (!TransactionSynchronizationManager.isSynchronizationActive()) {
			wake();
			return;
		}
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

			@Override
			public void afterCommit() {
				wake();
			}

		});
	}

}
