package dev.babyagi.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import dev.babyagi.evaluation.Draws;
import dev.babyagi.evaluation.HouseQuestion;
import dev.babyagi.evaluation.HouseRule;
import dev.babyagi.evaluation.LearningModel;
import dev.babyagi.fake.CallLedger;
import dev.babyagi.fake.FakeRequest;
import dev.babyagi.fake.FakeResponse;
import dev.babyagi.journey.ServiceClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What is learned while the process dies: each reflection and each replay goes on once,
 * and a call that was cut is made again at most once.
 */
@LongFormOnly
class LearningFaultsIT {

	private static final int CASES = 10;

	private static final HouseQuestion HOUSE = HouseQuestion.LEAGUE;

	private static final HouseRule RULE = new HouseRule(7, 2, 11);

	private static final LearningModel MODEL = new LearningModel(new LearningModel.Competence(1, 0, 0, 0),
			new Draws(1));

	private final Random random = new Random(20_261_130);

	@TempDir(cleanup = CleanupMode.ON_SUCCESS)
	private Path directory;

	@Test
	void goesOnOnceWithEachReflectionAndEachReplay() {
		try (TestBed site = TestBed.onH2(this.directory)) {
			site.endpoint().answer(LearningFaultsIT::slowly);
			Replica replica = site.start("--babyagi.memory.embedding.model=none", "--babyagi.dispatch.lease=3s",
					"--babyagi.memory.index-dir=" + this.directory.resolve("index"));
			correct(replica.service());
			await().atMost(30, TimeUnit.SECONDS).until(() -> reflections(site) == 1);
			die(replica);
			awaitLesson(replica.service(), (lesson) -> lesson.path("state").asString().equals("candidate"));
			assertThat(reflections(site)).isBetween(1L, 2L);
			for (int number = 0; number < CASES; number++) {
				label(replica.service(), 3 + number);
			}
			long before = calls(site);
			int deaths = 0;
			while (!isDecided(replica.service()) && deaths < 5) {
				LockSupport.parkNanos(Duration.ofMillis(this.random.nextInt(700)).toNanos());
				die(replica);
				deaths++;
			}
			awaitLesson(replica.service(), (lesson) -> lesson.path("state").asString().equals("active"));
			assertThat(deaths).isPositive();
			JsonNode lessons = replica.service().get("/v1/lessons").path("items");
			assertThat(lessons).as("nothing is stored twice").hasSize(1);
			JsonNode admission = effect(replica.service(), lessons.path(0)).path("admission");
			int replays = 2 * admission.path("replays").asInt();
			assertThat(calls(site) - before).as("%d replays, %d deaths", replays, deaths)
				.isLessThanOrEqualTo(2L * CASES + deaths);
			System.out.printf("%d replays and %d deaths: %d calls%n", replays, deaths, calls(site) - before);
		}
	}

	private void die(Replica replica) {
		LockSupport.parkNanos(Duration.ofMillis(this.random.nextInt(400)).toNanos());
		replica.kill();
		replica.restart();
	}

	private static FakeResponse slowly(FakeRequest request) {
		boolean reflects = request.schemaName().equals("reflect");
		return MODEL.answer(request).after(Duration.ofMillis(reflects ? 1000 : 150));
	}

	private static long reflections(TestBed site) {
		return site.endpoint()
			.ledger()
			.calls()
			.stream()
			.map(CallLedger.Call::request)
			.filter((request) -> request.schemaName().equals("reflect") && request.user().contains("Correction:"))
			.count();
	}

	private static long calls(TestBed site) {
		return site.endpoint()
			.ledger()
			.calls()
			.stream()
			.map(CallLedger.Call::request)
			.filter((request) -> !request.schemaName().equals("reflect"))
			.count();
	}

	private static void correct(ServiceClient service) {
		String id = ask(service, 3, 4);
		service.post("/v1/objectives/" + id + "/feedback",
				"{\"rating\":-1,\"correction\":\"%s\",\"expectedOutput\":\"%d\"}".formatted(RULE.words(0),
						RULE.of(3, 4)));
	}

	private static void label(ServiceClient service, int one) {
		String id = ask(service, one, 9);
		service.post("/v1/objectives/" + id + "/feedback", "{\"expectedOutput\":\"%d\"}".formatted(RULE.of(one, 9)));
	}

	private static String ask(ServiceClient service, int one, int other) {
		String id = service
			.post("/v1/objectives",
					"{\"objective\":\"%s\",\"planning\":\"direct\",\"learning\":{\"use\":false}}"
						.formatted(HOUSE.ask(one, other)))
			.path("id")
			.asString();
		await().atMost(30, TimeUnit.SECONDS).until(() -> service.objective(id).hasNonNull("finishedAt"));
		return id;
	}

	private static boolean isDecided(ServiceClient service) {
		return service.get("/v1/lessons?state=active").path("items").size() > 0;
	}

	private static void awaitLesson(ServiceClient service, Predicate<JsonNode> wanted) {
		await().atMost(60, TimeUnit.SECONDS)
			.until(() -> service.get("/v1/lessons").path("items").valueStream().anyMatch(wanted));
	}

	private static JsonNode effect(ServiceClient service, JsonNode lesson) {
		return service.get("/v1/lessons/" + lesson.path("id").asString() + "/effect");
	}

}
