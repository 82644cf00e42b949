package dev.babyagi.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import dev.babyagi.Postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * The fear: a replica whose clock is ahead takes work from those that live, and one whose
 * clock is behind loses what it has.
 */
@LongFormOnly
class ClockIT {

	private static final Duration OFF = Duration.ofMinutes(10);

	private static final Duration DEADLINE = Duration.ofSeconds(60);

	@TempDir(cleanup = CleanupMode.ON_SUCCESS)
	private Path directory;

	/** Each call takes longer than a lease. */
	@Test
	void sharesTheWorkWhenTheClocksAreTwentyMinutesApart() {
		try (TestBed site = TestBed.onPostgres(this.directory, Postgres.database("skewed"))) {
			site.endpoint().latency(TestBed.LEASE.plusSeconds(1));
			Replica ahead = site.launch(List.of(SkewedClock.option(this.directory, OFF)));
			Replica behind = site.launch(List.of(SkewedClock.option(this.directory, OFF.negated())));
			List<Replica> replicas = Stream.of(ahead, behind).map(Replica::awaitReady).toList();
			List<String> ids = replicas.stream().map((replica) -> site.submit(replica.service())).toList();
			site.oracle().check(behind, DEADLINE);
			for (String id : ids) {
				Instant created = Instant.parse(behind.service().objective(id).path("createdAt").asString());
				assertThat(created).isCloseTo(Instant.now(), within(DEADLINE));
			}
			assertThat(ahead.log()).containsPattern("The clock of this machine is PT(9M59|10M)");
			assertThat(behind.log()).containsPattern("The clock of this machine is PT-(9M-59|10M)");
			assertThat(replicas).allSatisfy((replica) -> assertThat(replica.log())
				.doesNotContain("whose leases had expired", "another replica now"));
			site.check(ahead, DEADLINE);
			assertThat(site.endpoint().ledger().size()).isEqualTo(ids.size() * (1 + TestBed.TASKS + 1));
		}
	}

}
