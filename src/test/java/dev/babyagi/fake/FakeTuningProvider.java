package dev.babyagi.fake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A fake provider of fine-tuning on loopback, with the files and jobs of OpenAI's API. A
 * job succeeds when it has been looked at twice.
 */
public final class FakeTuningProvider implements AutoCloseable {

	private static final JsonMapper JSON = JsonMapper.shared();

	private final HttpServer server;

	private final List<String> files = new CopyOnWriteArrayList<>();

	private final List<ObjectNode> jobs = new CopyOnWriteArrayList<>();

	private volatile String model = "ft:model";

	private volatile Manner manner = Manner.WORKING;

	private FakeTuningProvider(HttpServer server) {
		this.server = server;
	}

	/** Starts on a free port. */
	public static FakeTuningProvider start() {
		try {
			HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
			FakeTuningProvider provider = new FakeTuningProvider(server);
			server.createContext("/v1/", provider::handle);
			server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
			server.start();
			return provider;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public String baseUrl() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort() + "/v1";
	}

	/** From now on, jobs make this model, and the provider behaves like this. */
	public void behave(Manner present, String trained) {
		this.manner = present;
		this.model = trained;
		this.jobs.clear();
		this.files.clear();
	}

	/** The bodies of the uploads. */
	public List<String> files() {
		return List.copyOf(this.files);
	}

	/** The jobs that were created. */
	public List<ObjectNode> jobs() {
		return List.copyOf(this.jobs);
	}

	private void handle(HttpExchange exchange) throws IOException {
		String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
		String path = exchange.getRequestURI().getPath();
		if (this.manner == Manner.ABSENT) {
			answer(exchange, 404,
					JSON.createObjectNode().set("error", JSON.createObjectNode().put("message", "Not found")));
		}
		else if (path.equals("/v1/files")) {
			this.files.add(body);
			answer(exchange, 200, JSON.createObjectNode().put("id", "file-" + this.files.size()));
		}
		else if (path.equals("/v1/fine_tuning/jobs") && exchange.getRequestMethod().equals("POST")) {
			create(exchange, (ObjectNode) JSON.readTree(body));
		}
		else if (path.equals("/v1/fine_tuning/jobs")) {
			ArrayNode data = JSON.createArrayNode();
			this.jobs.forEach(data::add);
			answer(exchange, 200, JSON.createObjectNode().put("has_more", false).set("data", data));
		}
		else {
			job(exchange, path);
		}
	}

	private void create(HttpExchange exchange, ObjectNode request) throws IOException {
		ObjectNode job = JSON.createObjectNode().put("id", "ftjob-" + (this.jobs.size() + 1)).put("status", "queued");
		job.set("training_file", request.path("training_file"));
		job.set("user_provided_suffix", request.path("suffix"));
		job.put("looks", 0);
		this.jobs.add(job);
		if (this.manner == Manner.HOLDING_ONE_ANSWER) {
			this.manner = Manner.WORKING;
			LockSupport.parkNanos(Duration.ofMinutes(1).toNanos());
		}
		if (this.manner == Manner.LOSING_ONE_ANSWER) {
			this.manner = Manner.WORKING;
			exchange.close();
			return;
		}
		answer(exchange, 200, job);
	}

	private void job(HttpExchange exchange, String path) throws IOException {
		boolean cancels = path.endsWith("/cancel");
		String id = path.replace("/v1/fine_tuning/jobs/", "").replace("/cancel", "");
		ObjectNode job = this.jobs.stream()
			.filter((one) -> one.path("id").asString().equals(id))
			.findFirst()
			.orElseThrow();
		if (cancels) {
			job.put("status", "cancelled");
		}
		else if (job.path("looks").asInt() >= 2 && this.manner != Manner.ENDLESS) {
			job.put("status", "succeeded").put("fine_tuned_model", this.model);
		}
		job.put("looks", job.path("looks").asInt() + 1);
		answer(exchange, 200, job);
	}

	private static void answer(HttpExchange exchange, int status, JsonNode body) throws IOException {
		byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().add("Content-Type", "application/json");
		exchange.sendResponseHeaders(status, bytes.length);
		exchange.getResponseBody().write(bytes);
		exchange.close();
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

	/** How it behaves. */
	public enum Manner {

		/** It does what it is asked. */
		WORKING,

		/** It creates one job and its answer is lost; then it works. */
		LOSING_ONE_ANSWER,

		/** It creates one job and answers a minute later; then it works. */
		HOLDING_ONE_ANSWER,

		/** Its jobs never end. */
		ENDLESS,

		/** It offers nothing of the kind. */
		ABSENT

	}

}
