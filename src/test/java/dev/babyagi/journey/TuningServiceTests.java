package dev.babyagi.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.babyagi.fake.FakeResponse;
import dev.babyagi.fake.FakeTuningProvider;
import dev.babyagi.fake.FakeTuningProvider.Manner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Fine-tuning over HTTP against a fake provider: upload, job, gate, canary, rollback.
 */
@TestPropertySource(properties = { "spring.datasource.url=jdbc:h2:mem:tuning;DB_CLOSE_DELAY=-1",
		"babyagi.memory.extract=off", "babyagi.memory.embedding.model=none", "babyagi.learning.enabled=false",
		"babyagi.fine-tuning.poll=20ms", "babyagi.fine-tuning.canary-runs=3",
		"babyagi.prompts.variants[0].prompt=planning/direct", "babyagi.prompts.variants[0].name=sure",
		"babyagi.prompts.variants[1].prompt=planning/planner", "babyagi.prompts.variants[1].name=brief",
		"babyagi.prompts.variants[1].share=0.5" })
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TuningServiceTests extends AbstractServiceTests {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final FakeTuningProvider PROVIDER = FakeTuningProvider.start();

	private static final long PATIENCE = Duration.ofSeconds(60).toNanos();

	/** The family of this question is one of those that are held out. */
	private static final Pattern HELD_OUT = Pattern.compile("What is the code of ship (\\d+)\\?");

	private static final int ROWS = 205;

	@DynamicPropertySource
	static void provider(DynamicPropertyRegistry properties) {
		properties.add("babyagi.prompts.folder", TuningServiceTests::variants);
		properties.add("babyagi.fine-tuning.base-url", PROVIDER::baseUrl);
		properties.add("babyagi.fine-tuning.api-key", () -> KEY);
	}

	/** Two other wordings: only the first one is followed rightly. */
	private static Path variants() {
		try {
			Path folder = Files.createTempDirectory("prompts");
			Files.createDirectory(folder.resolve("planning"));
			Files.writeString(folder.resolve("planning/direct.sure.md"), "You are sure of it.\n\n{{tools}}");
			Files.writeString(folder.resolve("planning/planner.brief.md"), "Plan briefly. {{recall}}");
			return folder;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The model "good" knows that a code is three times the number; others do not. */
	private static void model() {
		ENDPOINT.answer((request) -> {
			String answer = HELD_OUT.matcher(request.user())
				.results()
				.filter((asked) -> request.model().equals("good"))
				.map((asked) -> Integer.toString(3 * Integer.parseInt(asked.group(1))))
				.findFirst()
				.orElse("unknown");
			return FakeResponse.text("{\"answer\": \"" + answer + "\"}");
		});
	}

	@Test
	@Order(2)
	void letsABetterModelServeAndRollsItBack() {
		model();
		JsonNode dataset = dataset();
		PROVIDER.behave(Manner.WORKING, "good");
		JsonNode tuning = start(dataset);
		JsonNode canary = await(tuning, (now) -> now.path("route").path("share").asDouble() > 0);
		assertThat(canary.path("gate").path("n").asInt()).isEqualTo(ROWS);
		assertThat(canary.path("gate").path("gain").asDouble()).isEqualTo(1);
		assertThat(canary.path("promotion").asString()).isIn("canary", "serving");
		assertThat(PROVIDER.files()).singleElement()
			.satisfies((file) -> assertThat(file).contains("fine-tune", "Which shelf holds book")
				.doesNotContain("code of ship"));
		assertThat(PROVIDER.jobs()).hasSize(1);
		for (int number = 0; number < 400 && !isServing(tuning); number++) {
			service().solveWaiting("What is the code of ship " + number + "?");
		}
		assertThat(isServing(tuning)).isTrue();
		assertThat(modelOf(901)).isEqualTo("good");
		assertThat(post(tuning, "/rollback").statusCode()).isEqualTo(200);
		assertThat(modelOf(902)).isEqualTo("fake-1");
		JsonNode after = service().get(path(tuning));
		assertThat(after.path("promotion").asString()).isEqualTo("rolled_back");
		assertThat(post(tuning, "/rollback").statusCode()).isEqualTo(409);
	}

	@Test
	@Order(1)
	void saysCleanlyWhatCannotBeHad() {
		model();
		JsonNode dataset = smallDataset();
		PROVIDER.behave(Manner.ABSENT, "none");
		JsonNode absent = await(start(dataset), (now) -> now.path("state").asString().equals("unavailable"));
		assertThat(absent.path("reason").asString()).contains("offers no fine-tuning (HTTP 404)");
		PROVIDER.behave(Manner.LOSING_ONE_ANSWER, "good");
		JsonNode few = await(start(dataset), (now) -> now.path("promotion").asString().equals("refused"));
		assertThat(few.path("reason").asString()).contains("200 held-out rows");
		assertThat(few.path("state").asString()).isEqualTo("succeeded");
		assertThat(few.path("route").path("share").asDouble()).isZero();
		assertThat(few.path("providerJobId").asString()).isEqualTo("ftjob-1");
		assertThat(PROVIDER.jobs()).as("created once, though its answer was lost").hasSize(1);
		PROVIDER.behave(Manner.ENDLESS, "never");
		JsonNode endless = await(start(dataset), (now) -> now.path("state").asString().equals("running"));
		assertThat(post(endless, "/cancel").statusCode()).isEqualTo(200);
		await(endless, (now) -> now.path("state").asString().equals("canceled"));
		assertThat(post(endless, "/cancel").statusCode()).isEqualTo(409);
		assertThat(
				service().answer("/v1/fine-tunings", body("dts_01M88EQ6FJEXDAV3FV4QHVJ051", "executor")).statusCode())
			.isEqualTo(422);
		assertThat(service().answer("/v1/fine-tunings", body(dataset.path("id").asString(), "joiner")).statusCode())
			.isEqualTo(409);
	}

	@Test
	@Order(3)
	void promotesAWordingThroughTheSameGate() {
		ENDPOINT.answer((request) -> FakeResponse.text("{\"answer\": \"%s\"}".formatted(HELD_OUT.matcher(request.user())
			.results()
			.filter((asked) -> request.system().startsWith("You are sure of it."))
			.map((asked) -> Integer.toString(3 * Integer.parseInt(asked.group(1))))
			.findFirst()
			.orElse("unknown"))));
		String dataset = service().get("/v1/datasets").path("items").path(0).path("id").asString();
		String body = "{\"datasetId\":\"%s\",\"promptVariant\":\"planning/%s\",\"role\":\"executor\"}";
		for (String other : List.of("direct.none", "planner.brief")) {
			assertThat(service().answer("/v1/fine-tunings", body.formatted(dataset, other)).statusCode())
				.isEqualTo(422);
		}
		JsonNode tuning = JSON
			.readTree(service().answer("/v1/fine-tunings", body.formatted(dataset, "direct.sure")).body());
		JsonNode canary = await(tuning, (now) -> now.path("route").path("share").asDouble() > 0);
		assertThat(canary.path("gate").path("n").asInt()).isEqualTo(ROWS);
		assertThat(canary.path("gate").path("gain").asDouble()).isEqualTo(1);
		assertThat(canary.path("baseModel").isNull()).isTrue();
		for (int number = 0; number < 400 && !isServing(tuning); number++) {
			service().solveWaiting("What is the code of ship " + number + "?");
		}
		assertThat(service().answer("/v1/fine-tunings", body.formatted(dataset, "direct.sure")).body())
			.contains("roll back " + tuning.path("id").asString() + " first");
		assertThat(service().solveWaiting("What is the code of ship 911?").path("result").path("answer").asString())
			.isEqualTo("2733");
		assertThat(post(tuning, "/rollback").statusCode()).isEqualTo(200);
		assertThat(service().solveWaiting("What is the code of ship 912?").path("result").path("answer").asString())
			.isEqualTo("unknown");
	}

	@Test
	@Order(4)
	void givesAWordingItsFixedShareAndShowsHowItFares() {
		Set<String> prompts = ConcurrentHashMap.newKeySet();
		ENDPOINT.answer((request) -> {
			if (request.schemaName().equals("plan")) {
				prompts.add(request.system().startsWith("Plan briefly.") ? "brief" : "usual");
				return FakeResponse.text(ModelReplies.fan(2));
			}
			return FakeResponse.text(request.schemaName().equals("join") ? ModelReplies.join("t1", "t2") : "found");
		});
		for (int number = 0; number < 20; number++) {
			service().solve("Look into both parts of matter " + number, "\"planning\":\"plan\"");
		}
		assertThat(prompts).containsExactlyInAnyOrder("brief", "usual");
		JsonNode items = service().get("/v1/prompt-variants").path("items");
		assertThat(items.path(0).path("id").asString()).isEqualTo("planning/direct.sure");
		JsonNode brief = items.path(1);
		assertThat(brief.path("share").asDouble()).isEqualTo(0.5);
		assertThat(brief.path("with").path("ended").asInt()).isPositive();
		assertThat(brief.path("without").path("ended").asInt()).isPositive();
		assertThat(brief.path("interval")).hasSize(2);
	}

	private JsonNode dataset() {
		for (int number = 0; number < ROWS; number++) {
			give(service().solveWaiting("What is the code of ship " + number + "?"),
					"{\"expectedOutput\":\"" + 3 * number + "\"}");
		}
		return smallDataset();
	}

	private JsonNode smallDataset() {
		give(service().solveWaiting("Which shelf holds book 12?"), "{\"rating\":1}");
		JsonNode dataset = JSON
			.readTree(service().answer("/v1/datasets", "{\"format\":\"sft\",\"roles\":[\"executor\"],\"consent\":true}")
				.body());
		return poll("/v1/datasets/" + dataset.path("id").asString(),
				(now) -> now.path("state").asString().equals("ready"));
	}

	private void give(JsonNode objective, String feedback) {
		String id = objective.path("id").asString();
		assertThat(service().answer("/v1/objectives/" + id + "/feedback", feedback).statusCode()).isEqualTo(201);
	}

	private JsonNode start(JsonNode dataset) {
		HttpResponse<String> accepted = service().answer("/v1/fine-tunings",
				body(dataset.path("id").asString(), "executor"));
		assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
		assertThat(accepted.body()).doesNotContain(KEY);
		return JSON.readTree(accepted.body());
	}

	private static String body(String dataset, String role) {
		return "{\"datasetId\":\"%s\",\"baseModel\":\"base-1\",\"role\":\"%s\"}".formatted(dataset, role);
	}

	private boolean isServing(JsonNode tuning) {
		return service().get(path(tuning)).path("promotion").asString().equals("serving");
	}

	private String modelOf(int number) {
		service().solveWaiting("What is the code of ship " + number + "?");
		Set<String> models = ENDPOINT.ledger()
			.calls()
			.stream()
			.filter((call) -> call.request().user().contains("ship " + number + "?"))
			.map((call) -> call.request().model())
			.collect(Collectors.toSet());
		assertThat(models).hasSize(1);
		return models.iterator().next();
	}

	private HttpResponse<String> post(JsonNode tuning, String action) {
		return service().answer(path(tuning) + action, "{}");
	}

	private JsonNode await(JsonNode tuning, Predicate<JsonNode> wanted) {
		return poll(path(tuning), wanted);
	}

	private JsonNode poll(String path, Predicate<JsonNode> wanted) {
		long deadline = System.nanoTime() + PATIENCE;
		JsonNode now = service().get(path);
		while (!wanted.test(now)) {
			assertThat(System.nanoTime()).as("%s", now).isLessThan(deadline);
			LockSupport.parkNanos(20_000_000);
			now = service().get(path);
		}
		return now;
	}

	private static String path(JsonNode tuning) {
		return "/v1/fine-tunings/" + tuning.path("id").asString();
	}

}
