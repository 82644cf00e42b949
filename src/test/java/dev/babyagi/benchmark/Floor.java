package dev.babyagi.benchmark;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import okhttp3.ConnectionPool;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * What nobody can do without: the same calls in the same order on virtual threads, over
 * the HTTP client that the service has as well; nothing planned, checked or stored.
 */
final class Floor implements AutoCloseable {

	/** About as long as the prompts of the service. */
	private static final String PROMPT = "Compare the parts of the matter and say what was found. ".repeat(20);

	private static final MediaType JSON = MediaType.get("application/json");

	private final OkHttpClient client = new OkHttpClient.Builder()
		.connectionPool(new ConnectionPool(20_000, 30, TimeUnit.SECONDS))
		.readTimeout(Duration.ofMinutes(1))
		.build();

	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	private final String address;

	Floor(String baseUrl) {
		this.address = baseUrl + "/chat/completions";
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
		Request request = new Request.Builder().url(this.address)
			.post(RequestBody.create("""
					{"model": "fake-1", "messages": [{"role": "system", "content": "%s"},
					{"role": "user", "content": "%s"}],
					"response_format": {"type": "json_schema", "json_schema": {"name": "%s", "schema": {}}}}"""
				.formatted(PROMPT, PROMPT, schema), JSON))
			.build();
		try (Response response = this.client.newCall(request).execute()) {
			if (response.code() != 200 || Objects.requireNonNull(response.body()).bytes().length == 0) {
				throw new IllegalStateException(response.toString());
			}
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Closes the sockets it keeps. */
	void letGo() {
		this.client.connectionPool().evictAll();
	}

	@Override
	public void close() {
		this.threads.close();
		letGo();
	}

}
