package dev.babyagi.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

import dev.babyagi.Postgres;

/**
 * Measures what one replica needs while it waits for many model calls at once: resident
 * memory, CPU time and, on PostgreSQL, commits, most of which are heartbeats. The calls
 * are long, so that all are in flight at the same time.
 *
 * <pre>
 * java -cp target/test-classes:target/classes:$(cat target/classpath) dev.babyagi.faults.InFlight h2 1250 640
 * </pre>
 *
 * Arguments: database, objectives of eight calls each, heap in MB.
 */
public final class InFlight {

	private static final int LOOK_SECONDS = 10;

	private InFlight() {
	}

	public static void main(String[] args) throws Exception {
		boolean postgres = args[0].equals("postgres");
		int objectives = Integer.parseInt(args[1]);
		Path directory = Files.createTempDirectory("inflight");
		String url = Postgres.database("inflight");
		try (TestBed site = postgres ? TestBed.onPostgres(directory, url) : TestBed.onH2(directory)) {
			site.endpoint().ledger().forgetBodies();
			Replica replica = site.launch(
					List.of("-Xmx" + args[2] + "m", "-XX:TieredStopAtLevel=4", "-XX:-UseSerialGC", "-XX:+UseParallelGC",
							"-XX:+UseCompactObjectHeaders"),
					"--babyagi.language.max-calls-in-flight=20000", "--babyagi.dispatch.lease=10s",
					"--logging.level.root=warn");
			replica.awaitReady();
			print("Idle: %s", replica.memory());
			site.endpoint().latency(Duration.ofSeconds(30));
			for (int number = 0; number < objectives; number++) {
				site.submit(replica.service());
			}
			awaitCalls(site, objectives);
			look("plans", replica, objectives, postgres ? url : null);
			site.endpoint().latency(Duration.ofSeconds(90));
			awaitCalls(site, objectives * (1 + TestBed.TASKS));
			look("tasks", replica, objectives * TestBed.TASKS, postgres ? url : null);
			site.endpoint().latency(Duration.ofSeconds(1));
			site.oracle().check(replica, Duration.ofMinutes(3));
			print("All completed: %s", replica.memory());
		}
		System.exit(0);
	}

	private static void awaitCalls(TestBed site, int calls) {
		while (site.endpoint().ledger().size() < calls) {
			LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
		}
	}

	private static void look(String what, Replica replica, int calls, String url) throws Exception {
		long cpu = replica.cpuMillis();
		long commits = commits(url);
		LockSupport.parkNanos(Duration.ofSeconds(LOOK_SECONDS).toNanos());
		print("%d calls in flight (%s): %s; %.1f CPU ms and %.1f commits a second", calls, what, replica.memory(),
				(replica.cpuMillis() - cpu) / (double) LOOK_SECONDS, (commits(url) - commits) / (double) LOOK_SECONDS);
	}

	private static long commits(String url) throws SQLException {
		if (url == null) {
			return 0;
		}
		try (Connection connection = DriverManager.getConnection(url, "postgres", "");
				ResultSet row = connection.createStatement()
					.executeQuery("select xact_commit from pg_stat_database where datname = current_database()")) {
			row.next();
			return row.getLong(1);
		}
	}

	@SuppressWarnings("AnnotateFormatMethod")
	private static void print(String format, Object... arguments) throws IOException {
		System.out.println(String.format(Locale.ROOT, format, arguments));
	}

}
