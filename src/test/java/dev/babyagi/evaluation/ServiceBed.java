package dev.babyagi.evaluation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import dev.babyagi.BabyAgiApplication;

/**
 * A service with a database of its own, and a client of it.
 */
public final class ServiceBed implements AutoCloseable {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final Duration LOOK = Duration.ofMillis(5);

	/** Longer than any call and its tries may take. */
	private static final Duration PATIENCE = Duration.ofMinutes(20);

	private final HttpClient client = HttpClient.newHttpClient();

	private final ConfigurableApplicationContext context;

	private final String address;

	private long liveTokens;

	private int liveCalls;

	private int objectives;

	private ServiceBed(ConfigurableApplicationContext context) {
		this.context = context;
		this.address = "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port");
	}

	static ServiceBed start(String baseUrl, String model) {
		return start(baseUrl, model, "--babyagi.memory.extract=off");
	}

	/** Starts a service with further settings. */
	public static ServiceBed start(String baseUrl, String model, String... settings) {
		try {
			Path folder = Files.createTempDirectory("babyagi-learning");
			List<String> arguments = new ArrayList<>(
					List.of("--spring.main.banner-mode=off", "--logging.level.root=warn", "--server.port=0",
							"--spring.datasource.url=jdbc:h2:async:" + folder.resolve("data")
									+ ";WRITE_DELAY=0;RETENTION_TIME=1000;DB_CLOSE_ON_EXIT=FALSE;QUERY_CACHE_SIZE=64",
							"--babyagi.memory.index-dir=" + folder.resolve("index"),
							"--babyagi.language.base-url=" + baseUrl, "--babyagi.language.model=" + model));
			arguments.addAll(List.of(settings));
			return new ServiceBed(
					new SpringApplication(BabyAgiApplication.class).run(arguments.toArray(String[]::new)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Asks a question directly and without memory, so that what is seen is the effect of
	 * lessons alone, and waits for the end of its objective.
	 */
	JsonNode ask(String question) {
		ObjectNode body = JSON.createObjectNode().put("objective", question).put("planning", "direct");
		body.putArray("tools");
		body.putObject("memory").put("read", false).put("write", false);
		return ask(body);
	}

	/** Submits an objective and waits for its end. */
	public JsonNode ask(JsonNode body) {
		String id = send("POST", "/v1/objectives", null, body.toString()).path("id").asString();
		long deadline = System.nanoTime() + PATIENCE.toNanos();
		JsonNode objective = get("/v1/objectives/" + id);
		while (!objective.hasNonNull("finishedAt")) {
			if (System.nanoTime() > deadline) {
				throw new IllegalStateException("Not ended: " + objective);
			}
			LockSupport.parkNanos(LOOK.toNanos());
			objective = get("/v1/objectives/" + id);
		}
		count(objective.path("usage"));
		return objective;
	}

	private synchronized void count(JsonNode usage) {
		this.objectives++;
		this.liveCalls += usage.path("modelCalls").asInt();
		this.liveTokens += usage.path("inputTokens").asLong() + usage.path("outputTokens").asLong();
	}

	public static String answer(JsonNode objective) {
		return objective.path("result").path("answer").asString("");
	}

	/** Says what was expected and, if it was wrong, what should be done instead. */
	void feedback(JsonNode objective, String expected, @Nullable String correction, @Nullable String comment) {
		ObjectNode body = JSON.createObjectNode().put("expectedOutput", expected);
		if (correction != null) {
			body.put("correction", correction);
		}
		if (comment != null) {
			body.put("comment", comment);
		}
		send("POST", "/v1/objectives/" + objective.path("id").asString() + "/feedback", null, body.toString());
	}

	/** Waits until nothing is reflected on or replayed any more. */
	public void awaitLearned() {
		long deadline = System.nanoTime() + PATIENCE.toNanos();
		for (int quiet = 0; quiet < 3;) {
			JsonNode waiting = learning().path("waiting");
			boolean idle = waiting.path("reflections").asInt() + waiting.path("replays").asInt() == 0;
			quiet = idle ? quiet + 1 : 0;
			if (System.nanoTime() > deadline) {
				throw new IllegalStateException("Still learning: " + learning());
			}
			LockSupport.parkNanos(LOOK.toNanos() * 4);
		}
	}

	JsonNode learning() {
		return get("/v1/learning");
	}

	/** All lessons of a state, newest first. */
	List<JsonNode> lessons(String state) {
		List<JsonNode> lessons = new ArrayList<>();
		String next = "/v1/lessons?limit=100&state=" + state;
		while (next != null) {
			JsonNode page = get(next);
			page.path("items").forEach(lessons::add);
			String cursor = page.path("nextCursor").asString(null);
			next = (cursor != null) ? "/v1/lessons?limit=100&state=" + state + "&cursor=" + cursor : null;
		}
		return lessons;
	}

	/** Gives a lesson other words and pins it, so that they are used at once. */
	void rewrite(JsonNode lesson, String content) {
		String path = "/v1/lessons/" + lesson.path("id").asString();
		send("PATCH", path, "*", JSON.createObjectNode().put("pinned", true).put("content", content).toString());
	}

	void delete(JsonNode lesson) {
		send("DELETE", "/v1/lessons/" + lesson.path("id").asString(), "*", "");
	}

	public JsonNode get(String path) {
		return send("GET", path, null, "");
	}

	private JsonNode send(String method, String path, @Nullable String ifMatch, String body) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.address + path))
			.header("Content-Type", "application/json")
			.method(method, HttpRequest.BodyPublishers.ofString(body));
		if (ifMatch != null) {
			request.header("If-Match", ifMatch);
		}
		try {
			HttpResponse<String> response = this.client.send(request.build(), HttpResponse.BodyHandlers.ofString());
			if (response.statusCode() >= 300) {
				throw new IllegalStateException(method + " " + path + ": " + response.body());
			}
			return JSON.readTree(response.body().isEmpty() ? "{}" : response.body());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	int objectives() {
		return this.objectives;
	}

	int liveCalls() {
		return this.liveCalls;
	}

	long liveTokens() {
		return this.liveTokens;
	}

	@Override
	public void close() {
		this.context.close();
	}

}
