package dev.babyagi.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import dev.babyagi.Postgres;
import dev.babyagi.fake.FakeResponse;
import dev.babyagi.fake.ResponseScript;
import dev.babyagi.journey.ModelReplies;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The fear: a replica that is asked to stop throws away answers it has paid for, or holds
 * up what others could go on with.
 */
class StopIT {

	private static final Duration DEADLINE = Duration.ofSeconds(60);

	private static final Duration STOPPED = Duration.ofSeconds(30);

	private static final int OBJECTIVES = 16;

	@TempDir(cleanup = CleanupMode.ON_SUCCESS)
	private Path directory;

	@Test
	@LongFormOnly
	void recordsTheAnswersItWaitsForAndGoesOnAfterTheRestart() throws InterruptedException {
		try (TestBed site = TestBed.onH2(this.directory)) {
			site.endpoint()
				.answer(ModelReplies.working(ModelReplies.fan(TestBed.TASKS),
						ResponseScript.always(FakeResponse.text("found").after(Duration.ofSeconds(3))),
						ModelReplies.ids(TestBed.TASKS)));
			Replica replica = site.start();
			site.submit(replica.service());
			site.endpoint().ledger().awaitCalls(1 + TestBed.TASKS);
			replica.terminate();
			replica.awaitExit(STOPPED);
			assertThat(site.endpoint().ledger().calls()).hasSize(1 + TestBed.TASKS)
				.noneMatch((call) -> call.clientLeft());
			replica.restart();
			site.check(replica, DEADLINE);
			assertThat(site.endpoint().ledger().size()).isEqualTo(1 + TestBed.TASKS + 1);
		}
	}

	/**
	 * Without the hand-over the other replica would have to wait until the lease is over.
	 */
	@Test
	@LongFormOnly
	void handsOverWhatTakesTooLong() throws InterruptedException {
		try (TestBed site = TestBed.onPostgres(this.directory, Postgres.database("stopped"))) {
			site.endpoint().latency(Duration.ofSeconds(60));
			String[] settings = { "--babyagi.journey.drain=1s", "--babyagi.dispatch.lease=60s" };
			Replica stopping = site.start(settings);
			site.submit(stopping.service());
			site.endpoint().ledger().awaitCalls(1);
			Replica other = site.start(settings);
			site.endpoint().latency(Duration.ofMillis(200));
			stopping.terminate();
			site.endpoint().ledger().awaitCalls(2);
			assertThat(stopping.isReady()).isFalse();
			stopping.awaitExit(STOPPED);
			site.check(other, DEADLINE);
		}
	}

	/**
	 * While an objective has a call in flight it does not pause. How long the pauses are
	 * is measured by {@link HandOver}: here other processes may hold up the replicas.
	 */
	@Test
	@LongFormOnly
	void letsNoObjectivePauseForLong() throws InterruptedException {
		try (TestBed site = TestBed.onPostgres(this.directory, Postgres.database("stopped_busy"))) {
			site.endpoint().answer(HandOver.taking(100, 500));
			String lease = "--babyagi.dispatch.lease=" + DEADLINE.toSeconds() + "s";
			Replica stopping = site.start(lease);
			Replica other = site.start(lease);
			submit(site, other);
			site.oracle().check(other, DEADLINE);
			int before = site.endpoint().ledger().size();
			submit(site, stopping);
			site.endpoint().ledger().awaitCalls(before + OBJECTIVES);
			Instant asked = Instant.now();
			stopping.terminate();
			stopping.awaitExit(STOPPED);
			site.oracle().check(other, DEADLINE);
			assertThat(HandOver.longestPauses(site.endpoint().ledger().calls(), asked)).isNotEmpty()
				.allSatisfy((pauses) -> assertThat(pauses.idle()).isLessThan(Duration.ofSeconds(10)));
			site.check(other, DEADLINE);
			assertThat(site.endpoint().ledger().size()).as("nothing is paid twice")
				.isEqualTo(2 * OBJECTIVES * (1 + TestBed.TASKS + 1));
		}
	}

	private static void submit(TestBed site, Replica replica) {
		for (int number = 0; number < OBJECTIVES; number++) {
			site.submit(replica.service());
		}
	}

	@Test
	@LongFormOnly
	void losesNothingWhenItIsKilledWhileItStops() throws InterruptedException {
		try (TestBed site = TestBed.onPostgres(this.directory, Postgres.database("stopped_killed"))) {
			site.endpoint().latency(Duration.ofMillis(500));
			Replica stopping = site.launch();
			Replica other = site.start();
			stopping.awaitReady();
			site.submit(stopping.service());
			site.submit(stopping.service());
			site.endpoint().ledger().awaitCalls(2 + TestBed.TASKS);
			stopping.terminate();
			LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
			stopping.kill();
			site.check(other, DEADLINE);
		}
	}

}
