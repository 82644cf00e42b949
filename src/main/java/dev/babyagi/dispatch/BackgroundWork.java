package dev.babyagi.dispatch;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import javax.sql.DataSource;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.FailedToScheduleBatchException;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;

/**
 * Hands background work over durably, as {@link Dispatch} does with objectives: the
 * caller's commit writes a row, and one replica at a time handles it. Its rows stand in a
 * table of their own, and each replica handles few of them at once, so it never takes the
 * place of an objective.
 */
@Component
public class BackgroundWork {

	static final String TABLE = "background_work";

	private final SchedulerClient client;

	private final JdbcClient jdbc;

	private final ObjectProvider<BackgroundScheduler> scheduler;

	BackgroundWork(DataSource dataSource, JdbcClient jdbc, ObjectProvider<BackgroundScheduler> scheduler) {
		this.client = SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(dataSource))
			.tableName(TABLE)
			.serializer(new NoTaskData())
			.enablePriority()
			.build();
		this.jdbc = jdbc;
		this.scheduler = scheduler;
	}

	/**
	 * Schedules work that has no row yet, in the caller's transaction.
	 * @param kind the kind of work, see {@link BackgroundHandler#kind}
	 * @param id the id of the work; work of another kind may have the same
	 * @param priority 0 to 9, higher is more urgent; one step is worth a minute of
	 * waiting
	 * @param at when it becomes due
	 */
	public void schedule(String kind, UUID id, int priority, Instant at) {
		TaskInstance<Void> instance = new TaskInstance<>(kind, id.toString(), () -> null,
				DispatchPriority.of(priority, at));
		this.client.scheduleBatch(List.of(instance), at);
		AfterCommit.run(this::wake);
	}

	/**
	 * Schedules work unless it waits or is under way, in the caller's transaction.
	 * @throws org.springframework.dao.ConcurrencyFailureException if somebody else has
	 * scheduled it at the same time
	 */
	public void scheduleIfAbsent(String kind, UUID id, int priority, Instant at) {
		if (count(kind, List.of(id)) == 0) {
			try {
				schedule(kind, id, priority, at);
			}
			catch (FailedToScheduleBatchException ex) {
				throw new ConcurrencyFailureException("Work %s %s was scheduled at the same time".formatted(kind, id),
						ex);
			}
		}
	}

	/**
	 * Removes the row of work that has ended, in the caller's transaction, so that the
	 * work and its row end in one commit. Its handler then returns
	 * {@link WorkResult#ENDED}.
	 */
	public void end(String kind, UUID id) {
		this.jdbc.sql("delete from background_work where task_name = :kind and task_instance = :instance")
			.param("kind", kind)
			.param("instance", id.toString())
			.update();
	}

	/** How many of some works of a kind wait or are under way. */
	public int count(String kind, Collection<UUID> ids) {
		return ids.isEmpty() ? 0
				: this.jdbc
					.sql("select count(*) from background_work where task_name = :kind and task_instance in (:ids)")
					.param("kind", kind)
					.param("ids", ids.stream().map(UUID::toString).toList())
					.query(Integer.class)
					.single();
	}

	/** Makes this replica look for due work at once. */
	public void wake() {
		this.scheduler.ifAvailable(BackgroundScheduler::wake);
	}

}
