package dev.babyagi.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
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
 * What nobody can do without: the same calls in the same order on virtual threads;
 * nothing is planned, checked or stored, and nobody asks for it over HTTP.
 */
final class Floor implements AutoCloseable {

	/** About as long as the prompts of the service. */
	private static final String PROMPT = "Compare the parts of the matter and say what was found. ".repeat(20);

	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	private final Client client;

	private final String address;

	Floor(Client client, String baseUrl) {
		this.client = client;
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
		try {
			int length = this.client.post(this.address, """
					{"model": "fake-1", "messages": [{"role": "system", "content": "%s"},
					{"role": "user", "content": "%s"}],
					"response_format": {"type": "json_schema", "json_schema": {"name": "%s", "schema": {}}}}"""
				.formatted(PROMPT, PROMPT, schema));
			if (length == 0) {
				throw new IllegalStateException("No answer");
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

	/** How it calls. */
	interface Client extends AutoCloseable {

		/** Posts JSON and returns the length of the answer. */
		int post(String address, String json) throws IOException, InterruptedException;

		/** Closes the sockets it keeps. */
		@Override
		void close();

	}

	/** The HTTP client of the JDK. */
	static final class OfTheJdk implements Client {

		private final HttpClient client = HttpClient.newBuilder()
			.version(HttpClient.Version.HTTP_1_1)
			.executor(Executors.newVirtualThreadPerTaskExecutor())
			.build();

		@Override
		public int post(String address, String json) throws IOException, InterruptedException {
			HttpRequest request = HttpRequest.newBuilder(URI.create(address))
				.header("Content-Type", "application/json")
				.timeout(Duration.ofMinutes(1))
				.POST(HttpRequest.BodyPublishers.ofString(json))
				.build();
			HttpResponse<byte[]> response = this.client.send(request, HttpResponse.BodyHandlers.ofByteArray());
			return (response.statusCode() == 200) ? response.body().length : 0;
		}

		@Override
		public void close() {
			this.client.shutdownNow();
		}

	}

	/** The HTTP client that the service has as well. */
	static final class OfTheService implements Client {

		private static final MediaType JSON = MediaType.get("application/json");

		private final OkHttpClient client = new OkHttpClient.Builder()
			.connectionPool(new ConnectionPool(20_000, 30, TimeUnit.SECONDS))
			.readTimeout(Duration.ofMinutes(1))
			.build();

		@Override
		public int post(String address, String json) throws IOException {
			Request request = new Request.Builder().url(address).post(RequestBody.create(json, JSON)).build();
			try (Response response = this.client.newCall(request).execute()) {
				return (response.code() == 200) ? Objects.requireNonNull(response.body()).bytes().length : 0;
			}
		}

		@Override
		public void close() {
			this.client.connectionPool().evictAll();
		}

	}

}
