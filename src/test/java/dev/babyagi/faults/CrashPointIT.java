package dev.babyagi.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The fear: between two commits there is an instant at which a crash loses an objective
 * or does something twice. A fan makes its first recording (the claim, with the planner's
 * attempt), its second (the plan, with the attempts of its tasks), some of results, and
 * its last (answer, end and removal of the dispatch row).
 */
class CrashPointIT {

	private static final int POINTS = Integer.getInteger("faults.points", 2);

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	@TempDir(cleanup = CleanupMode.ON_SUCCESS)
	private Path directory;

	static Stream<Arguments> points() {
		return allPoints().limit(POINTS);
	}

	/** Each commit of the way, and both sides of it. */
	static Stream<Arguments> allPoints() {
		return Stream.of(Arguments.of("after accept, before it is answered", "dispatch.Dispatch", "wake", 1),
				Arguments.of("the end, before its commit", "journey.stage.TerminationPolicy", "finish", 1),
				Arguments.of("picked, before anything of it", "journey.drive.DriverRegistry", "handle", 1),
				Arguments.of("the first recording, before its commit", "journey.drive.JourneyStore", "write", 1),
				Arguments.of("the first recording, before its call", "journey.drive.JourneyStore", "recorded", 1),
				Arguments.of("the plan, before its commit", "journey.drive.JourneyStore", "write", 2),
				Arguments.of("the tasks' attempts, before a call", "journey.drive.JourneyStore", "recorded", 2),
				Arguments.of("the first replies, before their commit", "journey.drive.JourneyStore", "write", 3),
				Arguments.of("the end, before anyone hears of it", "journey.CompletionAwaiter", "on", 1));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("points")
	void losesNothingAt(String instant, String type, String method, int time) throws Exception {
		try (TestBed site = TestBed.onH2(this.directory);
				ExecutorService client = Executors.newSingleThreadExecutor()) {
			site.endpoint().latency(Duration.ofMillis(100));
			int port = Ports.next();
			Replica replica = site.launch(List.of(CrashPoint.option(port))).awaitReady();
			try (CrashPoint point = CrashPoint.set(port, "dev.babyagi." + type, method, time)) {
				Future<String> id = client.submit(() -> site.submitPatiently(replica.service()));
				point.await(PATIENCE);
				replica.kill();
				replica.restart();
				assertThat(id.get()).isNotNull();
			}
			assertThat(replica.service().get("/v1/objectives").path("items")).hasSize(1);
			site.check(replica, PATIENCE);
		}
	}

}
