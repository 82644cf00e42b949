package dev.babyagi.web.idempotency;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.Test;
import org.springframework.transaction.CannotCreateTransactionException;

import dev.babyagi.web.Problem;
import dev.babyagi.web.ProblemType;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests of {@link CreationBulkhead}.
 */
class CreationBulkheadTests {

	private final CreationBulkhead bulkhead = new CreationBulkhead();

	@Test
	void letsAFewInAtOnceAndEverybodyInTheEnd() throws InterruptedException, ExecutionException {
		AtomicInteger inside = new AtomicInteger();
		List<Future<Integer>> passes = new ArrayList<>();
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			for (int number = 0; number < 1000; number++) {
				passes.add(threads.submit(() -> this.bulkhead.pass(() -> {
					int now = inside.incrementAndGet();
					LockSupport.parkNanos(1_000_000);
					inside.decrementAndGet();
					return now;
				})));
			}
		}
		for (Future<Integer> pass : passes) {
			assertThat(pass.get()).isBetween(1, 192);
		}
	}

	@Test
	void turnsPeopleAwayAtOnceAfterTheDatabaseWasAway() {
		assertThatExceptionOfType(CannotCreateTransactionException.class)
			.isThrownBy(() -> this.bulkhead.pass(CreationBulkheadTests::away));
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> this.bulkhead.pass(() -> 1))
			.satisfies((problem) -> assertThat(problem.type()).isEqualTo(ProblemType.STORAGE_UNAVAILABLE));
	}

	private static Object away() {
		throw new CannotCreateTransactionException("away");
	}

}
