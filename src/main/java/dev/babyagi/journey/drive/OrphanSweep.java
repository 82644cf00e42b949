package dev.babyagi.journey.drive;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import dev.babyagi.dispatch.Dispatch;
import dev.babyagi.objective.ObjectiveId;

/**
 * Schedules objectives that are due and have no due dispatch row, so that a lost wake-up
 * costs seconds and never an objective. The one query that reads two modules' tables.
 */
@Component
public class OrphanSweep {

	private static final Logger log = LoggerFactory.getLogger(OrphanSweep.class);

	/**
	 * Rows are counted for each objective, by their key. Asked whether none exists,
	 * PostgreSQL joins the tables, and when it was told last that there are no rows it
	 * compares each objective with every one.
	 */
	private static final String DUE = """
			select o.id, o.priority from objective o
			where o.state in ('SUBMITTED', 'WORKING', 'INPUT_REQUIRED') and o.due_at <= :now
			and (select count(*) from scheduled_tasks s where s.task_name = 'objective'
			and s.task_instance = cast(o.id as varchar(36)) and (s.picked = true or s.execution_time <= :now)) = 0
			fetch first 1000 rows only""";

	private final JdbcClient jdbc;

	private final Dispatch dispatch;

	private final TransactionTemplate transaction;

	private final Clock clock;

	OrphanSweep(JdbcClient jdbc, Dispatch dispatch, TransactionTemplate transaction, Clock clock) {
		this.jdbc = jdbc;
		this.dispatch = dispatch;
		this.transaction = transaction;
		this.clock = clock;
	}

	public void run() {
		Instant now = this.clock.instant();
		List<Due> forgotten = this.jdbc.sql(DUE)
			.param("now", Timestamp.from(now))
			.query((row, number) -> new Due(row.getObject("id", UUID.class), row.getInt("priority")))
			.list();
		for (Due due : forgotten) {
			log.info("Objective {} was due and nobody had been told", new ObjectiveId(due.id()));
			this.transaction.executeWithoutResult((status) -> this.dispatch.makeDue(due.id(), due.priority(), now));
		}
	}

	private record Due(UUID id, int priority) {

	}

}
