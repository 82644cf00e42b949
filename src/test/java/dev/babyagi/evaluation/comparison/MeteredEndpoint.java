package dev.babyagi.evaluation.comparison;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import dev.babyagi.fake.FakeEndpoint;
import dev.babyagi.fake.FakeResponse;
import dev.babyagi.fake.ResponseScript;

/**
 * The endpoint of one contestant. Counts calls and tokens for all of them in the same
 * way, in front of a simulated model or a real endpoint.
 */
final class MeteredEndpoint implements AutoCloseable {

	private static final JsonMapper JSON = JsonMapper.shared();

	private final FakeEndpoint endpoint;

	private final AtomicLong calls = new AtomicLong();

	private final AtomicLong tokens = new AtomicLong();

	private MeteredEndpoint(ResponseScript model) {
		this.endpoint = FakeEndpoint.start((request) -> count(model.answer(request)));
		this.endpoint.ledger().forgetBodies();
	}

	static MeteredEndpoint start(ResponseScript model, Duration latency) {
		MeteredEndpoint started = new MeteredEndpoint(model);
		started.endpoint.latency(latency);
		return started;
	}

	/** Passes every call on to a real endpoint. */
	static ResponseScript forwardingTo(String baseUrl) {
		HttpClient client = HttpClient.newHttpClient();
		return (request) -> {
			try {
				HttpResponse<String> response = client
					.send(HttpRequest.newBuilder(URI.create(baseUrl + "/chat/completions"))
						.header("Content-Type", "application/json")
						.header("Authorization", request.headers().getOrDefault("authorization", "none"))
						.POST(HttpRequest.BodyPublishers.ofString(request.text()))
						.build(), HttpResponse.BodyHandlers.ofString());
				return FakeResponse.of(response.statusCode(),
						response.headers().firstValue("Content-Type").orElse("application/json"), response.body());
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw new IllegalStateException(ex);
			}
		};
	}

	/** The same model, but what a plan says about checks and votes is taken out of it. */
	static ResponseScript withoutChecks(ResponseScript model) {
		return (request) -> {
			FakeResponse response = model.answer(request);
			return request.schemaName().equals("plan") ? response.message(MeteredEndpoint::dropChecks) : response;
		};
	}

	private static void dropChecks(ObjectNode message) {
		String content = message.path("content").asString("");
		if (content.startsWith("{")) {
			JsonNode plan = JSON.readTree(content);
			plan.path("tasks").forEach((task) -> ((ObjectNode) task).remove(List.of("success", "effort")));
			message.put("content", plan.toString());
		}
	}

	private FakeResponse count(FakeResponse response) {
		this.calls.incrementAndGet();
		this.tokens.addAndGet(JSON.readTree(response.body()).path("usage").path("total_tokens").asLong());
		return response;
	}

	String baseUrl() {
		return this.endpoint.baseUrl();
	}

	long calls() {
		return this.calls.get();
	}

	long tokens() {
		return this.tokens.get();
	}

	@Override
	public void close() {
		this.endpoint.close();
	}

}
