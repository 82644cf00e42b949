package dev.babyagi.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import dev.babyagi.journey.ServiceClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The fear: a disk that is full for a while takes what was acknowledged with it, or the
 * service does not come back when there is room again.
 */
@LongFormOnly
class FullDiskIT {

	private static final Duration DEADLINE = Duration.ofSeconds(60);

	@TempDir(cleanup = CleanupMode.ON_SUCCESS)
	private Path directory;

	@Test
	void goesOnWhenThereIsRoomAgain() throws IOException {
		try (TestBed site = TestBed.onH2(this.directory)) {
			site.endpoint().latency(Duration.ofMillis(500));
			Replica replica = site.start();
			ServiceClient service = replica.service();
			for (int number = 0; number < 20; number++) {
				site.submit(service);
			}
			replica.limitFiles(Long.toString(size()));
			List<CompletableFuture<TestBed.Offer>> offered = new ArrayList<>();
			for (int number = 0; number < 10; number++) {
				LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
				offered.add(CompletableFuture.supplyAsync(() -> site.offer(service)));
			}
			assertThat(offered.getLast().join().answer()).satisfies((answer) -> {
				assertThat(answer.statusCode()).isEqualTo(503);
				assertThat(answer.headers().firstValue("Retry-After")).isPresent();
			});
			assertThat(replica.isReady()).isFalse();
			replica.limitFiles("unlimited");
			List<TestBed.Offer> offers = offered.stream().map(CompletableFuture::join).toList();
			assertThat(offers).extracting((offer) -> offer.answer().statusCode()).isSubsetOf(202, 503);
			offers.forEach((offer) -> offer.again().run());
			site.check(replica, DEADLINE);
			assertThat(replica.log()).contains("The database file cannot be written: ").doesNotContain("\tat ");
		}
	}

	@Test
	void stopsWhileCommitsWait() throws IOException {
		try (TestBed site = TestBed.onH2(this.directory)) {
			site.endpoint().latency(Duration.ofMillis(500));
			Replica replica = site.start("--babyagi.journey.drain=2s");
			for (int number = 0; number < 20; number++) {
				site.submit(replica.service());
			}
			replica.limitFiles(Long.toString(size()));
			LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
			replica.terminate();
			replica.awaitExit(DEADLINE);
			replica.restart();
			site.check(replica, DEADLINE);
		}
	}

	private long size() throws IOException {
		return Files.size(this.directory.resolve("babyagi.mv.db"));
	}

}
