package dev.babyagi.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import dev.babyagi.Postgres;
import dev.babyagi.journey.ServiceClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The fear: readers who take every connection cost a replica its leases.
 */
@LongFormOnly
class ExhaustedPoolIT {

	/** Over, and seen to be over, before the six seconds that three calls take. */
	private static final String LEASE = "--babyagi.dispatch.lease=3s";

	private static final Duration DEADLINE = Duration.ofSeconds(90);

	@TempDir(cleanup = CleanupMode.ON_SUCCESS)
	private Path directory;

	/** A lease that is lost is seen: another attempt is opened, or an epoch is raised. */
	@Test
	void keepsItsLeasesWhenReadersExhaustThePool() throws InterruptedException {
		String url = Postgres.database("exhausted");
		try (TestBed site = TestBed.onPostgres(this.directory, url)) {
			site.endpoint().latency(Duration.ofSeconds(2));
			Replica replica = site.launch("--spring.datasource.hikari.maximum-pool-size=4", LEASE);
			Replica other = site.start(LEASE);
			replica.awaitReady();
			AtomicBoolean reading = new AtomicBoolean(true);
			try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
				IntStream.range(0, 100).forEach((number) -> readers.execute(() -> read(replica.service(), reading)));
				for (int number = 0; number < 4; number++) {
					site.submitPatiently(replica.service());
				}
				site.oracle().check(other, DEADLINE);
				reading.set(false);
			}
			assertThat(site.endpoint().ledger().size()).isEqualTo(4 * (1 + TestBed.TASKS + 1));
			assertThat(other.log()).doesNotContain("whose leases had expired");
			site.check(replica, DEADLINE);
		}
	}

	private static void read(ServiceClient service, AtomicBoolean reading) {
		while (reading.get()) {
			service.status("/v1/objectives?limit=100");
		}
	}

}
