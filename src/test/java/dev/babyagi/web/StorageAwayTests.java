package dev.babyagi.web;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

import dev.babyagi.web.problem.ProblemClassifier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A database that is away is told, soon and as what it is.
 */
@WebEdgeTest
class StorageAwayTests {

	@Autowired
	HttpFixture http;

	@Autowired
	HikariDataSource pool;

	@Test
	@Timeout(120)
	void isToldWithinFiveSeconds() throws SQLException {
		long patience = this.pool.getConnectionTimeout();
		assertThat(Duration.ofMillis(patience)).isLessThan(Duration.ofSeconds(5));
		List<Connection> all = takeAll();
		this.pool.setConnectionTimeout(250);
		try {
			HttpFixture.Answer answer = this.http.post("/workshop", "{\"name\":\"a\"}");
			assertThat(answer).isProblem(ProblemType.STORAGE_UNAVAILABLE);
			assertThat(answer.header("Retry-After")).isEqualTo("5");
			assertThat(this.http.get("/actuator/health/readiness").status()).isEqualTo(503);
			assertThat(this.http.get("/actuator/health/liveness").status()).isEqualTo(200);
		}
		finally {
			this.pool.setConnectionTimeout(patience);
			for (Connection connection : all) {
				connection.close();
			}
		}
		assertThat(this.http.post("/workshop", "{\"name\":\"a\"}").status()).isEqualTo(202);
	}

	static Stream<Exception> away() {
		return Stream.of(new CannotCreateTransactionException("x"), new DataAccessResourceFailureException("x"),
				new RuntimeException(new SQLTransientConnectionException("x")),
				new RuntimeException(new SQLNonTransientConnectionException("x")),
				new IllegalStateException(new SQLException("x", "08006")),
				new IllegalStateException(new SQLException("x", "57P01")),
				new IllegalStateException(new SQLException("x", "53300")),
				new TransactionSystemException("Could not roll back", new SQLException("Connection is closed")),
				rollbackOf(new DataAccessResourceFailureException("x")));
	}

	/** The rollback failed for another reason, and hides why it was needed. */
	private static Exception rollbackOf(RuntimeException why) {
		TransactionSystemException rollback = new TransactionSystemException("x", new IllegalStateException("x"));
		rollback.initApplicationException(why);
		return rollback;
	}

	@ParameterizedTest
	@MethodSource("away")
	void isKnownByItsExceptions(Exception exception) {
		assertThat(ProblemClassifier.from(exception).type()).isEqualTo(ProblemType.STORAGE_UNAVAILABLE);
	}

	@Test
	void isNotSeenInOtherFailures() {
		assertThat(ProblemClassifier.from(rollbackOf(new DataIntegrityViolationException("x"))).type())
			.isEqualTo(ProblemType.INTERNAL);
		assertThat(ProblemClassifier.from(new DataIntegrityViolationException("x")).type())
			.isEqualTo(ProblemType.INTERNAL);
		assertThat(ProblemClassifier.from(new RuntimeException(new SQLException("x", "23505"))).type())
			.isEqualTo(ProblemType.INTERNAL);
	}

	private List<Connection> takeAll() throws SQLException {
		List<Connection> taken = new ArrayList<>();
		while (taken.size() < this.pool.getMaximumPoolSize()) {
			taken.add(this.pool.getConnection());
		}
		return taken;
	}

}
