package dev.babyagi.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import dev.babyagi.Postgres;

/**
 * The fear: replicas come and go, in order and not, and an objective falls between two.
 */
class ChurnIT {

	private static final int OBJECTIVES = 200;

	private static final Duration DEADLINE = Duration.ofMinutes(2);

	private final Random random = new Random(20_261_125);

	@TempDir(cleanup = CleanupMode.ON_SUCCESS)
	private Path directory;

	/** Ten objectives flow in with every change; the oldest replica goes. */
	@Test
	@LongFormOnly
	void finishesEveryObjectiveWhileReplicasComeAndGo() {
		try (TestBed site = TestBed.onPostgres(this.directory, Postgres.database("churned"))) {
			site.endpoint().latency(Duration.ofMillis(500));
			Deque<Replica> replicas = new ArrayDeque<>();
			replicas.add(site.start());
			for (int accepted = 0; accepted < OBJECTIVES; accepted += 10) {
				replicas.addLast(site.launch());
				for (int number = 0; number < 10; number++) {
					site.submit(replicas.getFirst().service());
					LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
				}
				replicas.getLast().awaitReady();
				Replica gone = replicas.removeFirst();
				if (this.random.nextBoolean()) {
					gone.terminate();
				}
				else {
					gone.kill();
				}
			}
			site.check(replicas.getLast(), DEADLINE);
		}
	}

}
