package dev.babyagi.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What nobody can do without: the same calls in the same order on virtual threads with
 * the JDK's HTTP client, nothing planned, checked or stored.
 */
final class Floor implements AutoCloseable {

	/** About as long as the prompts of the service. */
	private static final String PROMPT = "Compare the parts of the matter and say what was found. ".repeat(20);

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	private final URI address;

	Floor(String baseUrl) {
		this.address = URI.create(baseUrl + "/chat/completions");
	}

	/** Planner, eight tasks at once, join. */
	void fan() {
		call("plan");
		together(8);
		call("join");
	}

	/** Planner, A, then B, C and D, then E, join. */
	void diamond() {
		call("plan");
		call("task");
		together(3);
		call("task");
		call("join");
	}

	private void together(int tasks) {
		List<Future<?>> calls = new ArrayList<>();
		for (int task = 0; task < tasks; task++) {
			calls.add(this.threads.submit(() -> call("task")));
		}
		for (Future<?> call : calls) {
			await(call);
		}
	}

	private static void await(Future<?> call) {
		try {
			call.get();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void call(String schema) {
		HttpRequest request = HttpRequest.newBuilder(this.address)
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString("""
					{"model": "fake-1", "messages": [{"role": "system", "content": "%s"},
					{"role": "user", "content": "%s"}],
					"response_format": {"type": "json_schema", "json_schema": {"name": "%s", "schema": {}}}}"""
				.formatted(PROMPT, PROMPT, schema)))
			.build();
		try {
			HttpResponse<String> response = this.client.send(request, HttpResponse.BodyHandlers.ofString());
			if (response.statusCode() != 200) {
				throw new IllegalStateException(response.body());
			}
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void close() {
		this.threads.close();
		this.client.close();
	}

}
