package dev.babyagi.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import dev.babyagi.Postgres;

/**
 * The fear: a process dies at any instant, and an objective with it, or a task is bought
 * twice.
 */
class KillIT {

	private static final int KILLS = Integer.getInteger("faults.kills", 2);

	private static final Duration DEADLINE = Duration.ofSeconds(60);

	private final Random random = new Random(20_261_125);

	@TempDir(cleanup = CleanupMode.ON_SUCCESS)
	private Path directory;

	@Test
	@LongFormOnly
	void finishesEveryObjectiveOnH2() {
		try (TestBed site = TestBed.onH2(this.directory)) {
			site.endpoint().latency(Duration.ofMillis(300));
			Replica replica = site.start();
			for (int kill = 0; kill < KILLS; kill++) {
				site.submit(replica.service());
				site.submit(replica.service());
				pause(this.random.nextInt(1200));
				replica.kill();
				replica.restart();
				site.oracle().check(replica, DEADLINE);
			}
			site.check(replica, DEADLINE);
		}
	}

	@Test
	void finishesEveryObjectiveOnTheOtherReplica() {
		try (TestBed site = TestBed.onPostgres(this.directory, Postgres.database("killed"))) {
			site.endpoint().latency(Duration.ofMillis(300));
			List<Replica> replicas = List.of(site.launch(), site.launch());
			replicas.forEach(Replica::awaitReady);
			for (int kill = 0; kill < KILLS; kill++) {
				Replica killed = replicas.get(kill % 2);
				Replica other = replicas.get((kill + 1) % 2);
				for (Replica replica : replicas) {
					site.submit(replica.service());
					site.submit(replica.service());
				}
				pause(this.random.nextInt(1200));
				killed.kill();
				site.oracle().check(other, DEADLINE);
				killed.restart();
			}
			site.check(replicas.getFirst(), DEADLINE);
		}
	}

	private static void pause(int millis) {
		LockSupport.parkNanos(Duration.ofMillis(millis).toNanos());
	}

}
