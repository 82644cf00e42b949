package dev.babyagi.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;

import org.assertj.core.api.AssertProvider;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Speaks to the service as a client would.
 */
@TestComponent
public class HttpFixture {

	private static final JsonMapper JSON = JsonMapper.shared();

	private final HttpClient client = HttpClient.newHttpClient();

	private final ObjectProvider<ServletWebServerApplicationContext> service;

	HttpFixture(ObjectProvider<ServletWebServerApplicationContext> service) {
		this.service = service;
	}

	public Answer get(String path, String... headers) {
		return send(request(path, headers).GET());
	}

	public Answer post(String path, String json, String... headers) {
		return send(request(path, headers).header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofByteArray(json.getBytes(StandardCharsets.UTF_8))));
	}

	Answer send(HttpRequest.Builder request) {
		try {
			HttpResponse<String> response = this.client.send(request.build(), HttpResponse.BodyHandlers.ofString());
			return new Answer(response.statusCode(), response.headers(), response.body());
		}
		catch (IOException ex) {
			throw new AssertionError("No answer", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError("No answer", ex);
		}
	}

	HttpRequest.Builder request(String path, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
			.timeout(Duration.ofMinutes(2));
		return (headers.length > 0) ? request.headers(headers) : request;
	}

	public int port() {
		return Objects.requireNonNull(this.service.getObject().getWebServer()).getPort();
	}

	/**
	 * What the service answered.
	 *
	 * @param status the HTTP status
	 * @param headers the headers
	 * @param text the body
	 */
	public record Answer(int status, HttpHeaders headers, String text) implements AssertProvider<ProblemAssert> {

		@Override
		public ProblemAssert assertThat() {
			return new ProblemAssert(this);
		}

		public JsonNode json() {
			return JSON.readTree(this.text);
		}

		public String header(String name) {
			return this.headers.firstValue(name).orElse("");
		}

	}

}
