package dev.babyagi.faults;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import dev.babyagi.Postgres;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The fear: a database that goes away for a while takes answers with it that were paid
 * for.
 */
@LongFormOnly
class DatabaseAwayIT {

	/** Objectives that have a hundred calls in flight together. */
	private static final int OBJECTIVES = 13;

	private static final int SECONDS = 60;

	private static final Duration DEADLINE = Duration.ofSeconds(90);

	@TempDir(cleanup = CleanupMode.ON_SUCCESS)
	private Path directory;

	@Test
	void buysNothingTwiceWhenTheServerIsRestarted() throws InterruptedException {
		try (OwnPostgres postgres = OwnPostgres.start(this.directory.resolve("data"));
				TestBed site = TestBed.onPostgres(this.directory, postgres.url())) {
			site.endpoint().latency(Duration.ofMillis(200));
			Replica replica = site.start();
			site.endpoint().latency(Duration.ofSeconds(2));
			List<String> ids = IntStream.range(0, OBJECTIVES)
				.mapToObj((number) -> site.submit(replica.service()))
				.toList();
			site.endpoint().ledger().awaitCalls(OBJECTIVES * (1 + TestBed.TASKS));
			postgres.crash();
			for (int number = 0; number < 20; number++) {
				HttpResponse<String> refused = replica.service().offer("1 + " + number, "away-" + number);
				assertThat(refused.statusCode()).as("also over connections that broke in the pool").isEqualTo(503);
				assertThat(refused.headers().firstValue("Retry-After")).isPresent();
			}
			LockSupport.parkNanos(Duration.ofSeconds(4).toNanos());
			HttpResponse<String> answer = replica.service().look("/v1/objectives/" + ids.getFirst());
			assertThat(answer.statusCode()).isEqualTo(503);
			assertThat(answer.headers().firstValue("Retry-After")).isPresent();
			assertThat(replica.isReady()).isFalse();
			postgres.startAgain();
			site.check(replica, DEADLINE);
			assertThat(site.endpoint().ledger().size()).isEqualTo(OBJECTIVES * (1 + TestBed.TASKS + 1));
		}
	}

	@Test
	void goesOnWhenSessionsAreTerminatedAgainAndAgain() {
		String url = Postgres.database("terminated");
		try (TestBed site = TestBed.onPostgres(this.directory, url)) {
			site.endpoint().latency(Duration.ofMillis(300));
			Replica replica = site.start();
			int terminated = 0;
			for (int half = 0; half < SECONDS * 2; half++) {
				site.submitPatiently(replica.service());
				LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
				terminated += OwnPostgres.terminateSessions(url);
			}
			assertThat(terminated).isPositive();
			site.check(replica, DEADLINE);
		}
	}

}
