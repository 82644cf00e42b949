package dev.babyagi.journey;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a stream of events as a browser does.
 */
public final class EventReader implements AutoCloseable {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final HttpResponse<InputStream> response;

	private final BufferedReader lines;

	/**
	 * Connects.
	 * @param last the id of the last event that was read, or {@code null}
	 */
	public EventReader(String url, @Nullable String last) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).header("Accept", "text/event-stream");
		if (last != null) {
			request.header("Last-Event-ID", last);
		}
		try {
			this.response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
		}
		catch (IOException ex) {
			throw new AssertionError("No answer", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError("No answer", ex);
		}
		this.lines = new BufferedReader(new InputStreamReader(this.response.body(), StandardCharsets.UTF_8));
	}

	public int status() {
		return this.response.statusCode();
	}

	public String header(String name) {
		return this.response.headers().firstValue(name).orElse("");
	}

	/** Reads the next event; nothing at the end of the stream. */
	public @Nullable Received next() {
		String id = null;
		String type = null;
		String data = null;
		try {
			for (String line = this.lines.readLine(); line != null; line = this.lines.readLine()) {
				if (line.startsWith("id: ")) {
					id = line.substring(4);
				}
				else if (line.startsWith("event: ")) {
					type = line.substring(7);
				}
				else if (line.startsWith("data: ")) {
					data = line.substring(6);
				}
				else if (line.isEmpty() && type != null && data != null) {
					return new Received(id, type, JSON.readTree(data));
				}
			}
		}
		catch (IOException ex) {
			return null;
		}
		return null;
	}

	/** Reads up to an event, which is the last one returned, or up to the end. */
	public List<Received> until(Predicate<Received> last) {
		List<Received> events = new ArrayList<>();
		for (Received event = next(); event != null; event = next()) {
			events.add(event);
			if (last.test(event)) {
				break;
			}
		}
		return events;
	}

	/** Reads up to the end of the stream. */
	public List<Received> rest() {
		return until((event) -> false);
	}

	@Override
	public void close() {
		try {
			this.response.body().close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * An event.
	 *
	 * @param id after which the stream can be resumed, if it has one
	 * @param type the name of the event
	 * @param body the JSON
	 */
	public record Received(@Nullable String id, String type, JsonNode body) {

	}

}
