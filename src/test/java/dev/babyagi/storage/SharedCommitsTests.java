package dev.babyagi.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import dev.babyagi.journey.ServiceWithoutTimersTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests of {@link SharedCommits}.
 */
@ServiceWithoutTimersTest
class SharedCommitsTests {

	private static final int WORKS = 200;

	@Autowired
	private SharedCommits commits;

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void setUp() {
		this.jdbc.sql("delete from journal_head").update();
	}

	@Test
	void doesTheWorkOfOneAloneInATransaction() {
		assertThat(this.commits.share(anybody(), () -> TransactionSynchronizationManager.isActualTransactionActive()))
			.isTrue();
	}

	@Test
	void commitsWhatOthersWroteThoughOneOfThemFails() throws InterruptedException, ExecutionException {
		List<Future<Boolean>> outcomes = new ArrayList<>();
		CountDownLatch gun = new CountDownLatch(1);
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			for (int number = 0; number < WORKS; number++) {
				boolean fails = number % 10 == 0;
				outcomes.add(threads.submit(() -> {
					gun.await();
					return succeeds(fails);
				}));
			}
			gun.countDown();
		}
		int succeeded = 0;
		for (Future<Boolean> outcome : outcomes) {
			succeeded += outcome.get() ? 1 : 0;
		}
		assertThat(succeeded).isEqualTo(WORKS * 9 / 10);
		assertThat(this.jdbc.sql("select count(*) from journal_head").query(Integer.class).single())
			.isEqualTo(succeeded);
	}

	@Test
	void tellsWhoeverFailedWhy() {
		assertThatIllegalStateException().isThrownBy(() -> this.commits.share(anybody(), () -> {
			throw new IllegalStateException("Mine");
		})).withMessage("Mine");
	}

	private boolean succeeds(boolean fails) {
		UUID id = anybody();
		try {
			return this.commits.share(id, () -> {
				this.jdbc.sql("insert into journal_head (objective_id, tenant, last_sequence) values (?, 'default', 0)")
					.param(id)
					.update();
				if (fails) {
					throw new IllegalStateException("Mine alone");
				}
				return true;
			});
		}
		catch (IllegalStateException ex) {
			return false;
		}
	}

	private static UUID anybody() {
		return UUID.randomUUID();
	}

}
