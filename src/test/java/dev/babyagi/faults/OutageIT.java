package dev.babyagi.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import dev.babyagi.fake.ResponseScript;
import dev.babyagi.fake.WireFaults;
import dev.babyagi.journey.ModelReplies;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The fear: an endpoint that is away fails what only has to wait, and is stormed when it
 * is back.
 */
@LongFormOnly
class OutageIT {

	private static final int SECONDS = 120;

	/** Failures after which a model is let alone. */
	private static final int WINDOW = 20;

	/** Calls after each rest, the shortest of which is five seconds. */
	private static final int SCOUTS = 3;

	/** Each has a call under way when it is let alone, at most. */
	private static final int OBJECTIVES = 40;

	private static final Duration DEADLINE = Duration.ofSeconds(150);

	@TempDir(cleanup = CleanupMode.ON_SUCCESS)
	private Path directory;

	@Test
	void waitsForAnEndpointThatIsAwayAndDoesNotStormIt() {
		try (TestBed site = TestBed.onH2(this.directory)) {
			ResponseScript working = ModelReplies.working(ModelReplies.fan(TestBed.TASKS),
					ModelReplies.ids(TestBed.TASKS));
			site.endpoint().answer(ResponseScript.always(WireFaults.html(503)));
			Replica replica = site.start();
			for (int number = 0; number < OBJECTIVES; number++) {
				site.submit(replica.service());
			}
			LockSupport.parkNanos(Duration.ofSeconds(SECONDS).toNanos());
			int refused = site.endpoint().ledger().size();
			site.endpoint().answer(working);
			site.check(replica, DEADLINE);
			assertThat(refused).isLessThanOrEqualTo(WINDOW + OBJECTIVES + SCOUTS * (1 + SECONDS / 5));
		}
	}

}
