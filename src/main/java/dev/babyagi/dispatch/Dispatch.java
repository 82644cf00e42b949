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

/**
 * Hands objectives over durably: the caller's commit writes a row, and one replica at a
 * time handles it. {@link BackgroundWork} does so with all other work.
 */
@Component
public class Dispatch {

	private final SchedulerClient client;

	private final ObjectProvider<Scheduler> scheduler;

	private final ObjectProvider<BackgroundScheduler> background;

	private final JdbcClient jdbc;

	Dispatch(DispatchClient client, ObjectProvider<Scheduler> scheduler, ObjectProvider<BackgroundScheduler> background,
			JdbcClient jdbc) {
		this.client = client.client();
		this.jdbc = jdbc;
		this.scheduler = scheduler;
		this.background = background;
	}

	/**
	 * Schedules work that has no row yet, in the caller's transaction, and wakes the
	 * dispatcher of this replica after its commit.
	 * @param id the id of the work, which a {@link WorkHandler} is given
	 * @param priority 0 to 9, higher is more urgent; one step is worth a minute of
	 * waiting
	 */
	public void schedule(UUID id, int priority, Instant at) {
		this.client.scheduleBatch(List.of(instance(id, DispatchPriority.of(priority, at))), at);
		wakeAfterCommit();
	}

	/**
	 * Makes work due at once, whether it has a row or not, and lets it wait no longer
	 * than its priority now says. A row that a replica has picked is left alone: the
	 * caller must tell that replica, or the next sweep finds the work.
	 */
	public void makeDue(UUID id, int priority, Instant now) {
		moveUp(id, DispatchPriority.of(priority, now), now);
	}

	/** Makes work due at once and puts it before all work that waits. */
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
	 * Removes the row of work that has ended, in the caller's transaction, so that the
	 * work and its row end in one commit.
	 */
	public void end(UUID id) {
		this.jdbc.sql("delete from scheduled_tasks where task_name = :name and task_instance = :instance")
			.param("name", DispatchConfiguration.TASK)
			.param("instance", id.toString())
			.update();
	}

	/**
	 * Returns the work that has neither a due row nor a picked one. The statement counts
	 * rows by key for each id: with {@code not exists} PostgreSQL joins the tables, and
	 * if its statistics say that there are no rows it compares each id with every row.
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

	/** Makes the dispatcher of this replica look for due rows at once. */
	public void wake() {
		this.scheduler.ifAvailable(Scheduler::triggerCheckForDueExecutions);
	}

	/**
	 * Makes this replica take no new work of any kind; work under way goes on.
	 */
	public void pause() {
		this.scheduler.ifAvailable(Scheduler::pause);
		this.background.ifAvailable(BackgroundScheduler::pause);
	}

	/** Makes this replica take new work again. */
	public void resume() {
		this.scheduler.ifAvailable(Scheduler::resume);
		this.background.ifAvailable(BackgroundScheduler::resume);
	}

	private static TaskInstance<Void> instance(UUID id, int rank) {
		return new TaskInstance<>(DispatchConfiguration.TASK, id.toString(), () -> null, rank);
	}

	private void wakeAfterCommit() {
		AfterCommit.run(this::wake);
	}

}
