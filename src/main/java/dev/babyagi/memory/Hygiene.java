package dev.babyagi.memory;

import java.sql.Timestamp;
import java.time.Clock;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts what a tenant's memory consists of, so that junk shows before it does harm.
 */
@Component
public class Hygiene {

	private static final String COUNT = """
			select count(*) as total,
			count(case when superseded_by is not null then 1 end) as superseded,
			count(case when superseded_by is null and (expires_at is null or expires_at > :now) then 1 end) as live,
			count(case when superseded_by is null and recalled_at is null then 1 end) as never_recalled,
			count(case when kind = 'EPISODE' then 1 end) as episodes
			from memory where tenant = :tenant""";

	private static final String DUPLICATES = """
			select coalesce(sum(copies - 1), 0) from (
			select count(*) as copies from memory
			where tenant = :tenant and superseded_by is null and kind <> 'EPISODE'
			group by context_id, lower(text) having count(*) > 1) repeated""";

	private final JdbcClient jdbc;

	private final Clock clock;

	Hygiene(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Counts the memories of a tenant. It reads all its rows. */
	public Report report(String tenant) {
		long duplicates = this.jdbc.sql(DUPLICATES).param("tenant", tenant).query(Long.class).single();
		return this.jdbc.sql(COUNT)
			.param("tenant", tenant)
			.param("now", Timestamp.from(this.clock.instant()))
			.query((row, number) -> new Report(row.getLong("total"), row.getLong("live"), row.getLong("superseded"),
					row.getLong("episodes"), duplicates, row.getLong("never_recalled")))
			.single();
	}

	/**
	 * The counts.
	 *
	 * @param total all memories, episodes included; turns are objectives and not counted
	 * @param current those that nothing has superseded and that have not expired
	 * @param superseded those that a newer one has superseded
	 * @param episodes one for each objective that has ended
	 * @param duplicates memories beyond the first with the same words in the same scope
	 * @param neverRecalled those that no prompt has held yet
	 */
	public record Report(long total, long current, long superseded, long episodes, long duplicates,
			long neverRecalled) {

	}

}
