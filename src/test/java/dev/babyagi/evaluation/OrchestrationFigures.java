package dev.babyagi.evaluation;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.function.Supplier;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.babyagi.BabyAgiApplication;
import dev.babyagi.fake.FakeEndpoint;
import dev.babyagi.fake.FakeResponse;
import dev.babyagi.fake.ResponseScript;
import dev.babyagi.fake.WireFaults;
import dev.babyagi.journey.ModelReplies;
import dev.babyagi.journey.ServiceClient;
import dev.babyagi.journey.SurveyPlanner;
import dev.babyagi.planning.Corruption;

/**
 * What the orchestration does with a model that errs, counted over HTTP: plans out of
 * corrupted replies, passing faults of the endpoint, wrong steps that can be computed
 * again, the time of a direct answer, and the planner's calls that exemplars save.
 *
 * <pre class="code">
 * java -Xmx2g -cp ... dev.babyagi.evaluation.OrchestrationFigures [--objectives=500]
 * </pre>
 */
public final class OrchestrationFigures {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final String MATTER = "Compare the parts of the matter and say what was found";

	private static final List<Supplier<FakeResponse>> FAULTS = List.of(WireFaults::overloaded, WireFaults::reset,
			WireFaults::closed, WireFaults::truncated, WireFaults::empty, () -> WireFaults.html(502),
			() -> WireFaults.rateLimited("0"));

	private static final List<String> THINGS = List.of("birds", "boats", "bees", "bikes", "books");

	private static final List<String> PLACES = List.of("Oslo", "Rome", "Bern", "Bonn", "Lima", "Kyiv", "Cork", "Nice");

	private static final int AT_ONCE = 16;

	private static final int TIMED = 30;

	private static final int WARM_UP = 10_000;

	private static final Duration LATENCY = Duration.ofSeconds(1);

	private final FakeEndpoint endpoint;

	private final String address;

	private final ServiceClient service;

	private OrchestrationFigures(FakeEndpoint endpoint, String address) {
		this.endpoint = endpoint;
		this.address = address;
		this.service = new ServiceClient(address);
	}

	public static void main(String[] args) throws Exception {
		int objectives = (args.length > 0) ? Integer.parseInt(args[0].substring("--objectives=".length())) : 500;
		try (FakeEndpoint endpoint = FakeEndpoint.start(ResponseScript.always(FakeResponse.text("unscripted")));
				ConfigurableApplicationContext context = start(endpoint)) {
			String port = context.getEnvironment().getRequiredProperty("local.server.port");
			OrchestrationFigures figures = new OrchestrationFigures(endpoint, "http://127.0.0.1:" + port);
			figures.corruptedPlans(objectives);
			figures.passingFaults(objectives);
			figures.wrongSteps(objectives);
			figures.directAnswers();
			figures.exemplars(objectives);
		}
		System.exit(0);
	}

	private static ConfigurableApplicationContext start(FakeEndpoint endpoint) throws IOException {
		return new SpringApplication(BabyAgiApplication.class).run("--spring.main.banner-mode=off",
				"--logging.level.root=error", "--server.port=0",
				"--spring.datasource.url=jdbc:h2:mem:figures;DB_CLOSE_DELAY=-1",
				"--babyagi.memory.index-dir=" + Files.createTempDirectory("babyagi-figures"),
				"--babyagi.language.base-url=" + endpoint.baseUrl(), "--babyagi.language.model=fake-1",
				"--babyagi.language.first-pause=10ms", "--babyagi.memory.extract=off");
	}

	/**
	 * One planner's reply in five is damaged in one of the ways of {@link Corruption}.
	 */
	private void corruptedPlans(int objectives) throws Exception {
		Random chance = new Random(20);
		String good = ModelReplies.fan(2);
		this.endpoint.answer((request) -> switch (request.schemaName()) {
			case "plan" -> FakeResponse.text(corrupted(good, chance));
			case "join" -> FakeResponse.text(join("t1"));
			default -> FakeResponse.text("found");
		});
		Map<String, Integer> origins = new HashMap<>();
		for (JsonNode end : solve(objectives, (number) -> body(MATTER + " " + number, "plan"))) {
			String origin = this.service.get("/v1/objectives/" + end.path("id").asString() + "/plan")
				.path("origin")
				.asString();
			origins.merge(origin, 1, Integer::sum);
		}
		int valid = origins.getOrDefault("model", 0) + origins.getOrDefault("repaired", 0);
		print("corrupted plans: %d of %d objectives have a planner's plan (%.1f %%): %s", valid, objectives,
				100.0 * valid / objectives, origins);
	}

	private static synchronized String corrupted(String good, Random chance) {
		return (chance.nextDouble() < 0.2) ? Corruption.any(good, chance) : good;
	}

	/** One call of each objective meets one passing fault. */
	private void passingFaults(int objectives) throws Exception {
		Random chance = new Random(21);
		Set<String> met = ConcurrentHashMap.newKeySet();
		Map<Integer, Integer> struck = new ConcurrentHashMap<>();
		this.endpoint.answer((request) -> {
			int number = number(request.user());
			String call = request.schemaName() + (request.user().contains("Your task is t2") ? 2 : 1);
			int turn = struck.computeIfAbsent(number, (first) -> new Random(21_000 + first).nextInt(4));
			boolean strikes = turn == List.of("plan1", "1", "2", "join1").indexOf(call) && met.add("n" + number);
			if (strikes) {
				synchronized (chance) {
					return FAULTS.get(chance.nextInt(FAULTS.size())).get();
				}
			}
			return switch (request.schemaName()) {
				case "plan" -> FakeResponse.text(ModelReplies.fan(2));
				case "join" -> FakeResponse.text(join("t1"));
				default -> FakeResponse.text("found");
			};
		});
		List<JsonNode> ends = solve(objectives, (number) -> body(MATTER + " number " + number, "plan"));
		long full = ends.stream().filter((end) -> end.path("completeness").asString("").equals("full")).count();
		print("passing faults: %d of %d objectives met one, %d ended full (%.1f %%)", met.size(), objectives, full,
				100.0 * full / objectives);
	}

	private static int number(String prompt) {
		int at = prompt.indexOf(" number ");
		String rest = prompt.substring(at + " number ".length());
		return Integer.parseInt(rest.split("\\D", 2)[0]);
	}

	/** The first answer of one step is wrong; the plan says how to compute it again. */
	private void wrongSteps(int objectives) throws Exception {
		Set<Integer> erred = ConcurrentHashMap.newKeySet();
		this.endpoint.answer((request) -> {
			int number = number(request.user());
			if (request.schemaName().equals("plan")) {
				return FakeResponse.text("""
						{"thought": "One product.", "requirements": [{"id": "r1", "text": "The product"}],
						"tasks": [{"id": "t1", "title": "Product", "instruction": "Multiply %1$d by 12",
						"assignment": "think", "dependsOn": [], "covers": ["r1"], "expect": {"type": "number"},
						"success": {"kind": "recompute", "arg": "%1$d * 12"}}],
						"final": {"kind": "reference", "value": "${t1.output}"}}""".formatted(number));
			}
			return FakeResponse.text(Integer.toString(erred.add(number) ? number * 12 + 1 : number * 12));
		});
		List<JsonNode> ends = solve(objectives,
				(number) -> body("Say how many eggs are in so many dozens: number " + (1000 + number) + " please",
						"plan"));
		int right = 0;
		for (int number = 0; number < objectives; number++) {
			String answer = ends.get(number).path("result").path("answer").asString("");
			right += answer.equals(Integer.toString((1000 + number) * 12)) ? 1 : 0;
		}
		print("wrong steps: %d objectives had one, %d answers are right (%.1f %%)", erred.size(), right,
				100.0 * right / objectives);
	}

	/**
	 * The time of a direct answer, with memory and without it, beside that of one bare
	 * call.
	 */
	private void directAnswers() throws Exception {
		this.endpoint.answer(ResponseScript.always(FakeResponse.text("{\"answer\": \"found\"}")));
		HttpClient client = HttpClient.newHttpClient();
		HttpRequest bare = request(this.endpoint.baseUrl() + "/chat/completions",
				"{\"model\":\"fake-1\",\"messages\":[{\"role\":\"user\",\"content\":\"What is it?\"}]}");
		HttpRequest remembered = request(this.address + "/v1/objectives", "{\"objective\":\"What is it?\"}");
		HttpRequest alone = request(this.address + "/v1/objectives", body("What is it?", "direct"));
		List<HttpRequest> requests = List.of(bare, alone, remembered);
		solve(WARM_UP, (number) -> body("What is it?", "direct"));
		for (int count = 0; count < TIMED; count++) {
			for (HttpRequest request : requests) {
				client.send(request, HttpResponse.BodyHandlers.ofString());
			}
		}
		this.endpoint.latency(LATENCY);
		List<List<Double>> times = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
		for (int count = 0; count < TIMED; count++) {
			for (int kind = 0; kind < requests.size(); kind++) {
				HttpRequest request = requests.get(kind);
				times.get(kind).add(millis(() -> client.send(request, HttpResponse.BodyHandlers.ofString())));
			}
		}
		this.endpoint.latency(Duration.ZERO);
		double call = median(times.getFirst());
		print("direct answers: one bare call %.1f ms, without memory %.1f ms (%+.1f %%), with memory %.1f ms (%+.1f %%)",
				call, median(times.get(1)), 100 * (median(times.get(1)) / call - 1), median(times.get(2)),
				100 * (median(times.get(2)) / call - 1));
	}

	private static HttpRequest request(String uri, String body) {
		return HttpRequest.newBuilder(URI.create(uri))
			.header("Content-Type", "application/json")
			.header("Prefer", "wait=60")
			.POST(HttpRequest.BodyPublishers.ofString(body))
			.build();
	}

	private static double millis(Callable<?> work) throws Exception {
		long start = System.nanoTime();
		work.call();
		return (System.nanoTime() - start) / 1e6;
	}

	private static double median(List<Double> values) {
		Collections.sort(values);
		return values.get(values.size() / 2);
	}

	/** Five families of objectives come again and again, with other literals. */
	private void exemplars(int objectives) throws Exception {
		this.endpoint.answer(new SurveyPlanner());
		for (boolean used : new boolean[] { false, true }) {
			int right = 0;
			int calls = 0;
			for (int number = 0; number < objectives; number++) {
				Random chance = new Random(number);
				int[] counts = chance.ints(4, 2, 999).toArray();
				String text = SurveyPlanner
					.objective(counts[0], counts[1], place(chance), counts[2], counts[3], place(chance))
					.replace("birds", THINGS.get(number % THINGS.size()));
				JsonNode end = solve(1, (only) -> body(text, "plan", "\"learning\":{\"use\":%b}".formatted(used)))
					.getFirst();
				double larger = Math.max(counts[0] + counts[1], counts[2] + counts[3]) / 2.0;
				right += end.path("result").path("answer").asString("").equals(number(larger)) ? 1 : 0;
				calls += end.path("usage").path("modelCalls").asInt();
			}
			print("exemplars %s: %d objectives of %d families, %d right, %d calls of the planner",
					used ? "used" : "not used", objectives, THINGS.size(), right, calls);
		}
	}

	private static String place(Random chance) {
		return PLACES.get(chance.nextInt(PLACES.size()));
	}

	private static String number(double value) {
		return (value == Math.rint(value)) ? Long.toString((long) value) : Double.toString(value);
	}

	private List<JsonNode> solve(int objectives, IntFunction<String> body)
			throws InterruptedException, ExecutionException {
		List<JsonNode> ends = new ArrayList<>();
		try (ExecutorService clients = Executors.newFixedThreadPool(AT_ONCE)) {
			List<Future<JsonNode>> under = new ArrayList<>();
			for (int number = 0; number < objectives; number++) {
				String sent = body.apply(number);
				under.add(clients.submit(() -> end(this.service.post("/v1/objectives", sent).path("id").asString())));
			}
			for (Future<JsonNode> one : under) {
				ends.add(one.get());
			}
		}
		return ends;
	}

	private JsonNode end(String id) {
		JsonNode objective = this.service.get("/v1/objectives/" + id);
		while (!objective.hasNonNull("finishedAt")) {
			LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
			objective = this.service.get("/v1/objectives/" + id);
		}
		return objective;
	}

	private static String body(String objective, String planning, String... more) {
		String rest = (more.length > 0) ? "," + String.join(",", more) : "";
		return "{\"objective\":%s,\"planning\":\"%s\",\"memory\":{\"read\":false,\"write\":false}%s}"
			.formatted(JSON.writeValueAsString(objective), planning, rest);
	}

	private static String join(String cited) {
		return "{\"thought\": \"All is there.\", \"action\": \"finish\", \"answer\": \"Found.\", "
				+ "\"claims\": [{\"text\": \"Found.\", \"cites\": [\"" + cited + "\"]}], \"missing\": []}";
	}

	private static void print(String line, Object... values) {
		System.out.printf(Locale.ROOT, line + "%n", values);
	}

}
