package dev.babyagi.dispatch;

import com.github.kagkarlsson.scheduler.jdbc.DefaultJdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.Queries;

/**
 * Tells the library that H2 can lock what it fetches: all that is due is picked in one
 * commit, where it would take one for each row. H2 does not sort by an index what it
 * locks, so rows are found first, in the order of the index, and locked by their keys: in
 * a join, since what stands in an IN is asked again for each row that is locked. What
 * stands in the join is asked once more when a row has changed before its lock was had.
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
				SELECT task_instance AS due FROM %1$s WHERE picked = ? AND execution_time <= ? %2$s %3$s %4$s)
				JOIN %1$s task ON task.task_instance = due AND task.picked = FALSE FOR UPDATE SKIP LOCKED""".formatted(
				tableName, requiredAndCondition, Queries.ansiSqlOrderPart(orderByPriority), getQueryLimitPart(limit));
	}

}
