package dev.babyagi.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * A PostgreSQL of a test's own, to be crashed and started again with the same data. It
 * answers a commit once it is written, as PostgreSQL does unless it is told otherwise.
 */
final class OwnPostgres implements AutoCloseable {

	private final Path data;

	private EmbeddedPostgres server;

	private OwnPostgres(Path data) throws IOException {
		this.data = data;
		this.server = builder().start();
	}

	static OwnPostgres start(Path data) {
		try {
			return new OwnPostgres(data);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private EmbeddedPostgres.Builder builder() {
		return EmbeddedPostgres.builder()
			.setDataDirectory(this.data)
			.setCleanDataDirectory(false)
			.setPGStartupWait(Duration.ofMinutes(1))
			.setServerConfig("synchronous_commit", "on");
	}

	String url() {
		return this.server.getJdbcUrl("postgres", "postgres");
	}

	/** Ends it as {@code pg_ctl stop -m immediate} does: it recovers when it starts. */
	void crash() {
		ProcessHandle process = postmaster();
		signal("QUIT", Stream.of(process));
		process.onExit().join();
	}

	/** Stops every process of it at once: it takes connections and answers nothing. */
	void freeze() {
		signal("STOP", processes());
	}

	void wake() {
		signal("CONT", processes());
	}

	private Stream<ProcessHandle> processes() {
		return Stream.concat(Stream.of(postmaster()), postmaster().descendants());
	}

	private ProcessHandle postmaster() {
		try {
			String number = Files.readAllLines(this.data.resolve("postmaster.pid")).getFirst().strip();
			return ProcessHandle.of(Long.parseLong(number)).orElseThrow();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void signal(String signal, Stream<ProcessHandle> processes) {
		List<String> command = new ArrayList<>(List.of("kill", "-" + signal));
		processes.map((process) -> Long.toString(process.pid())).forEach(command::add);
		try {
			new ProcessBuilder(command).start().waitFor();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** Starts it again, on the same port. */
	void startAgain() {
		try {
			int port = this.server.getPort();
			this.server.close();
			this.server = builder().setPort(port).start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Terminates every session of a database but the one that does it. */
	static int terminateSessions(String url) {
		try (Connection connection = DriverManager.getConnection(url, "postgres", "");
				Statement statement = connection.createStatement()) {
			ResultSet terminated = statement
				.executeQuery("select count(pg_terminate_backend(pid)) from pg_stat_activity"
						+ " where datname = current_database() and pid <> pg_backend_pid()");
			terminated.next();
			return terminated.getInt(1);
		}
		catch (SQLException ex) {
			throw new IllegalStateException("Sessions cannot be terminated", ex);
		}
	}

	@Override
	public void close() {
		try {
			this.server.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
