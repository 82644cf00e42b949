package dev.babyagi.dispatch;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Import;

import dev.babyagi.OnPostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The statements of the dispatcher, on PostgreSQL.
 */
@OnPostgres
@Import(DispatchModuleTests.Carriers.class)
class DispatchOnPostgresTests extends DispatchModuleTests {

	private static final int ROWS = 1000;

	/**
	 * Each is released just after this replica has looked; five looks come in a second.
	 */
	@Test
	void soonTakesWhatAnotherReplicaReleases() throws InterruptedException {
		long start = System.nanoTime();
		for (int released = 0; released < 4; released++) {
			UUID id = UUID.randomUUID();
			this.jdbc
				.sql("insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)"
						+ " values ('objective', ?, now(), false, 1)")
				.param(id.toString())
				.update();
			assertThat(CARRIED.poll(10, TimeUnit.SECONDS)).isEqualTo(id);
		}
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
	}

	/** A plan that was made for a row or two would read all of them for each. */
	@ParameterizedTest
	@ValueSource(strings = { "select max(ctid) from scheduled_tasks", "select null::tid" })
	void readsFewRowsWhateverThePlannerWasToldLast(String left) throws InterruptedException {
		emptyAndTellThePlanner(left);
		for (int plans = 0; plans < 30; plans++) {
			this.transaction
				.executeWithoutResult((status) -> this.dispatch.schedule(UUID.randomUUID(), 5, this.clock.instant()));
			assertThat(CARRIED.poll(10, TimeUnit.SECONDS)).isNotNull();
		}
		long read = counted("seq_tup_read + idx_tup_fetch");
		long deleted = counted("n_tup_del");
		Set<UUID> ids = Stream.generate(UUID::randomUUID).limit(ROWS).collect(Collectors.toSet());
		this.transaction
			.executeWithoutResult((status) -> ids.forEach((id) -> this.dispatch.schedule(id, 5, this.clock.instant())));
		Set<UUID> carried = new HashSet<>();
		while (!carried.equals(ids)) {
			UUID next = CARRIED.poll(10, TimeUnit.SECONDS);
			assertThat(next).isNotNull();
			carried.add(next);
		}
		await().atMost(30, TimeUnit.SECONDS).until(() -> {
			tellAll();
			return counted("n_tup_del") >= deleted + ROWS;
		});
		assertThat(counted("seq_tup_read + idx_tup_fetch") - read).isBetween((long) ROWS, 50L * ROWS);
		this.jdbc.sql("delete from scheduled_tasks").update();
	}

	/** A row in the last page, which is not due, keeps them all. */
	private void emptyAndTellThePlanner(String left) {
		this.jdbc.sql("""
				insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
				select 'objective', number, now() + interval '1 day', false, 1 from generate_series(1, 5000) number""")
			.update();
		this.jdbc.sql("delete from scheduled_tasks where ctid is distinct from (" + left + ")").update();
		this.jdbc.sql("vacuum analyze scheduled_tasks").update();
		// What this connection has counted so far is not counted below.
		this.jdbc.sql("select pg_stat_force_next_flush()").query().singleRow();
	}

	/**
	 * Connections tell what they have counted when they come to it: one that does nothing
	 * more, after ten seconds. Here all of the dispatcher tell it now.
	 */
	private void tellAll() throws SQLException {
		List<Connection> all = new ArrayList<>();
		try {
			for (int number = 0; number < this.pool.getMaximumPoolSize(); number++) {
				Connection connection = this.pool.getConnection();
				all.add(connection);
				try (Statement statement = connection.createStatement()) {
					statement.execute("select pg_stat_force_next_flush()");
				}
			}
		}
		finally {
			for (Connection connection : all) {
				connection.close();
			}
		}
	}

	private long counted(String what) {
		return this.jdbc.sql("select " + what + " from pg_stat_user_tables where relname = 'scheduled_tasks'")
			.query(Long.class)
			.single();
	}

}
