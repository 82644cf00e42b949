package dev.babyagi.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

import dev.babyagi.BabyAgiApplication;
import dev.babyagi.Postgres;
import dev.babyagi.journey.ServiceClient;

/**
 * Measures whether history slows the present: status, lists and a whole arithmetic
 * objective over HTTP, with no finished objective in the database and with many, and
 * prints the plans of the queries that could be slow.
 *
 * <pre>
 * java -Xmx2g -cp target/test-classes:target/classes:$(cat target/classpath) dev.babyagi.benchmark.History postgres 1000000
 * </pre>
 */
@SuppressWarnings("InlineFormatString")
public final class History {

	private static final int ROUNDS = 300;

	/** Each slice is a commit: H2 keeps what has not been committed in memory. */
	private static final int SLICE = 50_000;

	/** In the order of time, as the ids are that the service draws. */
	private static final String ID = "cast('01900000-0000-7000-8000-' || lpad(cast(n as varchar(12)), 12, '0') as uuid)";

	private static final String OBJECTIVES = """
			insert into objective (id, tenant, context_id, created_at, text, planning, max_cost_usd, max_tokens,
			max_model_calls, max_tasks, max_replans, max_duration, parallelism, priority, state, phase, stop_reason,
			completeness, started_at, finished_at, model_calls, input_tokens, output_tokens, cost_usd, total,
			succeeded, running, failed, skipped, result, epoch, orders, orders_seen, recording)
			select %1$s, 'default', %1$s, timestamp with time zone '2026-11-01 00:00:00+00' + n * interval '1' second,
			'What became of number ' || n, 'auto', 1, 500000, 60, 20, 2, 900000000000, 8, 5, 'COMPLETED', 'EXECUTING',
			'GOAL_MET', 'FULL', timestamp with time zone '2026-11-01 00:00:00+00' + n * interval '1' second,
			timestamp with time zone '2026-11-01 00:00:01+00' + n * interval '1' second, 10, 1000, 1000, 0.01, 8, 8, 0, 0,
			0, %3$s, 1, 0, 0, 5 from %2$s""";

	private static final String TASKS = """
			insert into task_run (objective_id, task_id, tenant, revision, position, state, attempt, wrongs, crashes,
			outages, artifact_type, artifact_text) select id, 't1', 'default', 1, 1, 'SUCCEEDED', 1, 0, 0, 0, 'TEXT',
			'found' from objective where text like 'What became%%' and id >= %1$s and id <= %2$s""";

	private static final String ENTRIES = """
			insert into journal_entry (objective_id, sequence, tenant, type, data, created_at)
			select id, 1, 'default', 'objective.completed', result, created_at from objective
			where text like 'What became%%' and id >= %1$s and id <= %2$s""";

	/** A value that every tenth objective has, and one that is each objective's own. */
	private static final String METADATA = """
			insert into objective_metadata (objective_id, tenant, name, text, beginning)
			select id, 'default', 'team', 'blue', 'blue' from objective
			where text like 'What became%%0' and id >= %1$s and id <= %2$s
			union all select id, 'default', 'run', text, substring(text from 1 for 64) from objective
			where text like 'What became%%' and id >= %1$s and id <= %2$s""";

	private static final List<String> QUERIES = List.of(
			"select * from objective where tenant = 'default' order by created_at desc, id desc fetch first 21 rows only",
			"select * from objective where tenant = 'default' and state = 'WORKING' order by created_at desc, id desc"
					+ " fetch first 21 rows only",
			"select count(*) from objective where state = 'SUBMITTED'",
			"select id from objective where tenant = 'default' and created_at < timestamp '2026-01-01 00:00:00'"
					+ " and finished_at < timestamp '2026-01-01 00:00:00' order by created_at fetch first 50 rows only",
			"select * from scheduled_tasks where picked = false and execution_time <= current_timestamp"
					+ " order by priority desc, execution_time fetch first 256 rows only");

	private final ServiceClient service;

	private final JdbcTemplate jdbc;

	private final boolean postgres;

	private History(ServiceClient service, JdbcTemplate jdbc, boolean postgres) {
		this.service = service;
		this.jdbc = jdbc;
		this.postgres = postgres;
	}

	public static void main(String[] args) throws Exception {
		boolean postgres = args[0].equals("postgres");
		Path directory = Files.createTempDirectory("history");
		String url = postgres ? Postgres.database("history") : "jdbc:h2:patient:async:" + directory.resolve("babyagi")
				+ ";WRITE_DELAY=0;RETENTION_TIME=1000;DB_CLOSE_ON_EXIT=FALSE;QUERY_CACHE_SIZE=64";
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(BabyAgiApplication.class)
			.profiles(postgres ? new String[] { "postgres" } : new String[0])
			.run("--server.port=0", "--spring.datasource.url=" + url,
					"--spring.datasource.username=" + (postgres ? "postgres" : "sa"), "--logging.level.root=warn")) {
			int port = ((ServletWebServerApplicationContext) context).getWebServer().getPort();
			new History(new ServiceClient("http://127.0.0.1:" + port), context.getBean(JdbcTemplate.class), postgres)
				.run(Integer.parseInt(args[1]));
		}
		System.exit(0);
	}

	private void run(int finished) {
		measure("warm-up");
		measure("with none");
		for (int from = 1; from <= finished; from += SLICE) {
			fill(from, Math.min(from + SLICE - 1, finished));
		}
		if (this.postgres) {
			this.jdbc.execute("analyze");
		}
		measure("with " + finished);
		QUERIES.forEach(this::explain);
	}

	private void fill(int from, int to) {
		String range = from + ", " + to;
		this.jdbc.execute(OBJECTIVES.formatted(ID,
				this.postgres ? "generate_series(" + range + ") as series(n)"
						: "(select x as n from system_range(" + range + "))",
				this.postgres ? "'{\"answer\": \"found\"}'::json" : "json '{\"answer\": \"found\"}'"));
		String first = ID.replace("(n as", "(" + from + " as");
		String last = ID.replace("(n as", "(" + to + " as");
		this.jdbc.execute(TASKS.formatted(first, last));
		this.jdbc.execute(ENTRIES.formatted(first, last));
		this.jdbc.execute(METADATA.formatted(first, last));
	}

	private void measure(String title) {
		String id = this.service.solveWaiting("1 + 2").path("id").asString();
		print("%s: status %.2f ms, list %.2f, list of those at work %.2f, of a team %.2f, of one run %.2f,"
				+ " a whole sum %.2f (median of %d)", title, median(() -> this.service.objective(id)),
				median(() -> this.service.get("/v1/objectives")),
				median(() -> this.service.get("/v1/objectives?state=working")),
				median(() -> this.service.get("/v1/objectives?metadata.team=blue")),
				median(() -> this.service.get("/v1/objectives?metadata.run=What%20became%20of%20number%207")),
				median(() -> this.service.solveWaiting("1 + 2")), ROUNDS);
	}

	private void explain(String query) {
		print("%s%n    %s", query, String.join(System.lineSeparator() + "    ", this.jdbc.queryForList(
				(this.postgres ? "explain (analyze, costs off, summary off, buffers off) " : "explain ") + query,
				String.class)));
	}

	private static double median(Runnable work) {
		List<Double> times = new ArrayList<>();
		for (int round = 0; round < ROUNDS; round++) {
			long start = System.nanoTime();
			work.run();
			times.add((System.nanoTime() - start) / 1e6);
		}
		Collections.sort(times);
		return times.get(ROUNDS / 2);
	}

	@SuppressWarnings("AnnotateFormatMethod")
	private static void print(String format, Object... arguments) {
		System.out.println(String.format(Locale.ROOT, format, arguments));
	}

}
