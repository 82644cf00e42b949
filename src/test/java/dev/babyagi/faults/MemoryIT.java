package dev.babyagi.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The fear: a process without memory neither works nor ends, or takes something with it.
 */
@LongFormOnly
class MemoryIT {

	private static final Duration DEADLINE = Duration.ofMinutes(2);

	@TempDir(cleanup = CleanupMode.ON_SUCCESS)
	private Path directory;

	@Test
	void endsWithoutMemoryAndGoesOnWithMore() {
		try (TestBed site = TestBed.onH2(this.directory)) {
			site.endpoint().latency(Duration.ofSeconds(20));
			Replica replica = site.launch(List.of("-Xmx96m"), "--babyagi.language.max-calls-in-flight=4000")
				.awaitReady();
			CompletableFuture<Void> submitting = CompletableFuture.runAsync(() -> submit(site, replica));
			assertThat(replica.awaitExit(DEADLINE)).isEqualTo(3);
			site.endpoint().latency(Duration.ofMillis(100));
			replica.restart();
			submitting.join();
			site.check(replica, DEADLINE);
		}
	}

	private static void submit(TestBed site, Replica replica) {
		for (int number = 0; number < 600; number++) {
			site.submitPatiently(replica.service());
		}
	}

}
