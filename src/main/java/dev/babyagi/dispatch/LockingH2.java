package dev.babyagi.dispatch;

import com.github.kagkarlsson.scheduler.jdbc.DefaultJdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.Queries;

/**
 * Tells the library that H2 can lock the rows it selects, so that it picks all due rows
 * in one commit instead of one for each row. A locking query of H2 cannot use an index
 * for its order. The inner query therefore finds the rows in the order of the index, and
 * the outer one locks them by key. It is a join because H2 repeats the query in an
 * {@code IN} for each row that it locks. H2 repeats the join once if a row has changed
 * before it was locked.
 */
final class LockingH2 extends DefaultJdbcCustomization {

	LockingH2() {
		super(false);
	}

	@Override
	public String getName() {
		return "H2";
	}

	@Override
	public boolean supportsGenericLockAndFetch() {
		return true;
	}

	@Override
	public String createGenericSelectForUpdateQuery(String tableName, int limit, String requiredAndCondition,
			boolean orderByPriority) {
		return """
				SELECT task.* FROM (
				SELECT task_instance AS due, task_name AS kind
				FROM %1$s WHERE picked = ? AND execution_time <= ? %2$s %3$s %4$s)
				JOIN %1$s task ON task.task_instance = due AND task.task_name = kind AND task.picked = FALSE
				FOR UPDATE SKIP LOCKED""".formatted(tableName, requiredAndCondition,
				Queries.ansiSqlOrderPart(orderByPriority), getQueryLimitPart(limit));
	}

}
