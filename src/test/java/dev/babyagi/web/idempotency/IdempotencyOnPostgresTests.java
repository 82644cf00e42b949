package dev.babyagi.web.idempotency;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import dev.babyagi.OnPostgres;
import dev.babyagi.web.HttpFixture;
import dev.babyagi.web.ProblemType;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Repeated requests on PostgreSQL, also over sessions that its server ends.
 */
@OnPostgres
class IdempotencyOnPostgresTests extends IdempotencyTests {

	@Autowired
	private JdbcClient jdbc;

	@Test
	void tellsThatTheSessionEndedInAStatement() {
		assertCreatesOnceAfter("ended-1", this::endSession, false);
	}

	@Test
	void tellsThatTheSessionEndedBeforeTheCommit() {
		assertCreatesOnceAfter("ended-2", () -> on(new TransactionSynchronization() {

			@Override
			public void beforeCommit(boolean readOnly) {
				endSession();
			}

		}), false);
	}

	/** Committed, and nobody was told. */
	@Test
	void answersWhatWasStoredWhenTheAnswerToTheCommitWasLost() {
		assertCreatesOnceAfter("ended-3", () -> on(new TransactionSynchronization() {

			@Override
			public void afterCommit() {
				throw new DataAccessResourceFailureException("The connection broke");
			}

		}), true);
	}

	private void assertCreatesOnceAfter(String key, Runnable accident, boolean committed) {
		this.controller.beforeNext(accident);
		HttpFixture.Answer answer = create(key, BODY);
		assertThat(answer).isProblem(ProblemType.STORAGE_UNAVAILABLE);
		assertThat(answer.header("Retry-After")).isNotEmpty();
		assertThat(this.controller.made()).isEqualTo(committed ? 1 : 0);
		HttpFixture.Answer again = create(key, BODY);
		assertThat(again.status()).isEqualTo(202);
		assertThat(again.header("Idempotent-Replayed")).isEqualTo(committed ? "true" : "");
		assertThat(this.controller.made()).isEqualTo(1);
	}

	private void endSession() {
		this.jdbc.sql("select pg_terminate_backend(pg_backend_pid())").query(Boolean.class).single();
	}

	private static void on(TransactionSynchronization accident) {
		TransactionSynchronizationManager.registerSynchronization(accident);
	}

}
