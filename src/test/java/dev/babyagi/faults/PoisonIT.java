package dev.babyagi.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import dev.babyagi.fake.FakeRequest;
import dev.babyagi.fake.FakeResponse;
import dev.babyagi.journey.ModelReplies;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The fear: a task that kills its process does so for ever, and nothing else gets on.
 */
@LongFormOnly
class PoisonIT {

	private static final Duration DEADLINE = Duration.ofSeconds(60);

	/** Processes that one task may cost. */
	private static final int DEATHS = 3;

	private static final Set<String> ENDS = Set.of("completed", "partial");

	@TempDir(cleanup = CleanupMode.ON_SUCCESS)
	private Path directory;

	@Test
	void failsTheTaskAndFinishesTheOthers() {
		AtomicInteger deaths = new AtomicInteger();
		String poisonous = PromiseOracle.objective(1000);
		try (TestBed site = TestBed.onH2(this.directory)) {
			Replica replica = site.start();
			site.endpoint()
				.answer(ModelReplies.working(ModelReplies.fan(TestBed.TASKS), ModelReplies.ids(TestBed.TASKS))
					.except((request) -> isPoison(request, poisonous), (request) -> {
						deaths.incrementAndGet();
						// So long that the tasks beside it have ended.
						LockSupport.parkNanos(Duration.ofSeconds(2).toNanos());
						replica.kill();
						return FakeResponse.text("Too late");
					}));
			// No room for a task in its place.
			String id = replica.service().submit(poisonous, "\"limits\":{\"maxReplans\":0,\"maxTasks\":8}");
			site.oracle().accepted(id, poisonous);
			site.submit(replica.service());
			for (int death = 0; death < DEATHS; death++) {
				replica.awaitExit(DEADLINE);
				replica.restart();
			}
			site.submit(replica.service());
			site.oracle().check(replica, DEADLINE, ENDS);
			JsonNode objective = replica.service().objective(id);
			assertThat(objective.path("stopReason").asString()).isEqualTo("task_failed");
			assertThat(objective.path("progress").path("succeeded").asInt()).isEqualTo(TestBed.TASKS - 1);
			assertThat(deaths).hasValue(DEATHS);
			site.check(replica, DEADLINE, ENDS);
		}
	}

	private static boolean isPoison(FakeRequest request, String objective) {
		return request.user().contains(objective) && request.user().contains("Look into part t1 of");
	}

}
