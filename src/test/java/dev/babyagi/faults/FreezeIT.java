package dev.babyagi.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import dev.babyagi.Postgres;
import dev.babyagi.fake.FakeResponse;
import dev.babyagi.fake.ResponseScript;
import dev.babyagi.journey.ModelReplies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The fear: a replica stands still, another one takes over, and then the first wakes and
 * writes what it had in mind.
 */
@LongFormOnly
class FreezeIT {

	private static final Duration DEADLINE = Duration.ofSeconds(60);

	@TempDir(cleanup = CleanupMode.ON_SUCCESS)
	private Path directory;

	@Test
	void refusesWhatAWokenReplicaStillHadInMind() throws InterruptedException {
		try (TestBed site = TestBed.onPostgres(this.directory, Postgres.database("frozen"))) {
			CountDownLatch ready = new CountDownLatch(1);
			site.endpoint()
				.answer(ModelReplies.working(ModelReplies.fan(TestBed.TASKS), ModelReplies.ids(TestBed.TASKS))
					.except((request) -> request.schemaName().equals("plan"),
							ResponseScript.always(FakeResponse.text(ModelReplies.fan(TestBed.TASKS))).behind(ready)));
			Replica frozen = site.start();
			List<String> ids = List.of(site.submit(frozen.service()), site.submit(frozen.service()));
			site.endpoint().ledger().awaitCalls(2);
			Replica other = site.start();
			site.endpoint().latency(Duration.ofSeconds(5));
			ready.countDown();
			site.endpoint().ledger().awaitCalls(2 + 2 * TestBed.TASKS);
			frozen.freeze();
			site.endpoint().latency(Duration.ofSeconds(1));
			LockSupport.parkNanos(TestBed.LEASE.multipliedBy(3).toNanos());
			site.oracle().check(other, DEADLINE);
			frozen.wake();
			frozen.awaitReady();
			await().atMost(DEADLINE)
				.untilAsserted(() -> assertThat(ids).allSatisfy((id) -> assertThat(frozen.log())
					.containsPattern("Objective " + id + " belongs to another replica now")));
			site.submit(frozen.service());
			site.check(frozen, DEADLINE);
		}
	}

}
