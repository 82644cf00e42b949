package dev.babyagi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * A real PostgreSQL for tests, started once and shared; no Docker. It flushes each
 * commit, as one does that is not set up for tests.
 */
public final class Postgres {

	private Postgres() {
	}

	/**
	 * The JDBC URL of a new, empty database.
	 */
	public static String database(String name) {
		EmbeddedPostgres server = Holder.SERVER;
		try (Connection connection = server.getPostgresDatabase().getConnection();
				Statement statement = connection.createStatement()) {
			statement.execute("create database " + name);
		}
		catch (SQLException ex) {
			throw new IllegalStateException("No database " + name, ex);
		}
		return server.getJdbcUrl("postgres", name);
	}

	/**
	 * Starts the server when it is first needed.
	 */
	private static final class Holder {

		static final EmbeddedPostgres SERVER = start();

		private static EmbeddedPostgres start() {
			try {
				return EmbeddedPostgres.builder()
					.setServerConfig("synchronous_commit", "on")
					.setPGStartupWait(Duration.ofMinutes(1))
					.start();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

}
