package dev.babyagi.journey;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The service as its clients see it.
 */
public final class ServiceClient {

	private static final JsonMapper JSON = JsonMapper.shared();

	/** What each service says of itself, by its address. */
	private static final Map<String, DescribedResponses> DESCRIPTIONS = new ConcurrentHashMap<>();

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private static final Duration LOOK = Duration.ofMillis(20);

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final String address;

	private final boolean described;

	public ServiceClient(String address) {
		this(address, false);
	}

	private ServiceClient(String address, boolean described) {
		this.address = address;
		this.described = described;
	}

	/** A client that checks each answer against the description that is served. */
	static ServiceClient on(int port) {
		return new ServiceClient("http://127.0.0.1:" + port, true);
	}

	/** Posts an objective and returns its id. */
	public String submit(String objective, String... more) {
		return post("/v1/objectives", body(objective, more)).path("id").asString();
	}

	/** Posts an objective with a key until it is accepted, and returns its id. */
	public String submitPatiently(String objective, String key) {
		long deadline = System.nanoTime() + PATIENCE.toNanos();
		while (System.nanoTime() < deadline) {
			try {
				HttpResponse<String> response = this.client.send(keyed(objective, key).build(),
						HttpResponse.BodyHandlers.ofString());
				if (response.statusCode() == 202) {
					return JSON.readTree(response.body()).path("id").asString();
				}
				if (response.statusCode() < 500 && response.statusCode() != 409) {
					throw new AssertionError("Refused: " + response.statusCode() + " " + response.body());
				}
			}
			catch (IOException ex) {
				// It is asked again, as any client would that knows its key.
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw new AssertionError("No answer", ex);
			}
			LockSupport.parkNanos(LOOK.toNanos());
		}
		throw new AssertionError("Not accepted within " + PATIENCE);
	}

	/** Posts an objective with a key, once. */
	public HttpResponse<String> offer(String objective, String key) {
		return send(keyed(objective, key));
	}

	/** Posts an objective with a key and is answered after some seconds at the latest. */
	HttpResponse<String> offerWaiting(String objective, String key, int seconds) {
		return send(keyed(objective, key).header("Prefer", "wait=" + seconds));
	}

	private HttpRequest.Builder keyed(String objective, String key) {
		return request("/v1/objectives").header("Content-Type", "application/json")
			.header("Idempotency-Key", key)
			.POST(HttpRequest.BodyPublishers.ofString(body(objective)));
	}

	/** Posts an objective and waits for its end. */
	JsonNode solve(String objective, String... more) {
		return await(submit(objective, more), (work) -> isTerminal(work));
	}

	/** Posts an objective and lets the service hold the answer back until its end. */
	public JsonNode solveWaiting(String objective) {
		return postWaiting("/v1/objectives", body(objective), 60);
	}

	/** Posts an objective and is answered after some seconds at the latest. */
	JsonNode postWaiting(String path, String json, int seconds) {
		return JSON.readTree(send(request(path).header("Content-Type", "application/json")
			.header("Prefer", "wait=" + seconds)
			.POST(HttpRequest.BodyPublishers.ofString(json))).body());
	}

	private static String body(String objective, String... more) {
		StringBuilder body = new StringBuilder("{\"objective\":").append(JSON.writeValueAsString(objective));
		for (String field : more) {
			body.append(',').append(field);
		}
		return body.append('}').toString();
	}

	static boolean isTerminal(JsonNode objective) {
		return objective.hasNonNull("finishedAt");
	}

	/** Looks until the objective is as wanted. */
	JsonNode await(String id, Predicate<JsonNode> wanted) {
		long deadline = System.nanoTime() + PATIENCE.toNanos();
		while (true) {
			JsonNode objective = objective(id);
			if (wanted.test(objective)) {
				return objective;
			}
			if (System.nanoTime() > deadline) {
				throw new AssertionError("Not as wanted within %s: %s %s".formatted(PATIENCE, objective, tasks(id)));
			}
			LockSupport.parkNanos(LOOK.toNanos());
		}
	}

	public JsonNode objective(String id) {
		return get("/v1/objectives/" + id);
	}

	JsonNode tasks(String id) {
		return get("/v1/objectives/" + id + "/tasks").path("items");
	}

	JsonNode plan(String id) {
		return get("/v1/objectives/" + id + "/plan");
	}

	JsonNode events(String id) {
		return get("/v1/objectives/" + id + "/events").path("items");
	}

	/** The whole journal, page by page. */
	public List<JsonNode> allEvents(String id) {
		List<JsonNode> events = new ArrayList<>();
		String after = "0";
		while (after != null) {
			JsonNode page = get("/v1/objectives/" + id + "/events?after=" + after);
			page.path("items").forEach(events::add);
			after = page.path("nextCursor").asString(null);
		}
		return events;
	}

	public JsonNode get(String path) {
		return JSON.readTree(text(path));
	}

	String text(String path) {
		return send(request(path).GET()).body();
	}

	public JsonNode post(String path, String json) {
		return JSON.readTree(answer(path, json).body());
	}

	HttpResponse<String> answer(String path, String json) {
		return send(request(path).header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(json)));
	}

	/** The status of a request with a JSON body that names its media types itself. */
	int statusOf(String path, String json, String contentType, String accept) {
		return send(request(path).header("Content-Type", contentType)
			.header("Accept", accept)
			.POST(HttpRequest.BodyPublishers.ofString(json))).statusCode();
	}

	public int status(String path) {
		return look(path).statusCode();
	}

	/** Gets whatever is answered. */
	public HttpResponse<String> look(String path) {
		return send(request(path).GET());
	}

	/** Gets whatever is answered in this media type. */
	HttpResponse<String> look(String path, String accept) {
		return send(request(path).header("Accept", accept).GET());
	}

	/** Gets something unless it is as it was under this entity tag. */
	HttpResponse<String> lookUnlessSame(String path, String tag) {
		return send(request(path).header("If-None-Match", tag).GET());
	}

	/** Deletes something that must not have changed. */
	int delete(String path, String ifMatch) {
		return send(request(path).header("If-Match", ifMatch).DELETE()).statusCode();
	}

	/** Changes something that must not have changed meanwhile. */
	HttpResponse<String> patch(String path, String ifMatch, String json) {
		return send(request(path).header("If-Match", ifMatch)
			.header("Content-Type", "application/json")
			.method("PATCH", HttpRequest.BodyPublishers.ofString(json)));
	}

	int erase(String id) {
		return send(request("/v1/objectives/" + id).DELETE()).statusCode();
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create(this.address + path)).timeout(PATIENCE);
	}

	private HttpResponse<String> send(HttpRequest.Builder request) {
		return answer(request.build());
	}

	private HttpResponse<String> answer(HttpRequest request) {
		HttpResponse<String> response = raw(request);
		if (this.described && request.uri().getPath().startsWith("/v1/")) {
			description().check(response);
		}
		return response;
	}

	private DescribedResponses description() {
		return DESCRIPTIONS.computeIfAbsent(this.address,
				(first) -> new DescribedResponses(JSON.readTree(raw(request("/v3/api-docs").build()).body())));
	}

	private HttpResponse<String> raw(HttpRequest request) {
		try {
			return this.client.send(request, HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new AssertionError("No answer", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError("No answer", ex);
		}
	}

}
