package dev.babyagi.fake;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An answer: what it says, after how long, and how it is put on the wire. Immutable. The
 * faults are in {@link WireFaults}.
 *
 * @param status the HTTP status
 * @param headers further headers
 * @param body the body
 * @param latency the time before the first byte
 * @param delivery how it is put on the wire
 */
public record FakeResponse(int status, Map<String, String> headers, String body, Duration latency, Delivery delivery) {

	private static final JsonMapper JSON = JsonMapper.shared();

	/**
	 * A completion that ends with {@code stop}, its tokens counted as bytes / 4.
	 */
	public static FakeResponse text(String text) {
		ObjectNode body = JSON.createObjectNode().put("id", "chatcmpl-fake").put("object", "chat.completion");
		body.put("created", 1767225600).put("model", "fake-1");
		ObjectNode choice = body.putArray("choices").addObject().put("index", 0).put("finish_reason", "stop");
		choice.putObject("message").put("role", "assistant").put("content", text);
		int tokens = text.length() / 4 + 1;
		body.putObject("usage")
			.put("prompt_tokens", 10)
			.put("completion_tokens", tokens)
			.put("total_tokens", 10 + tokens);
		return of(200, "application/json", body.toString());
	}

	/**
	 * A completion whose text is a JSON document.
	 */
	public static FakeResponse json(JsonNode document) {
		return text(document.toString());
	}

	/**
	 * An error in OpenAI's form.
	 */
	public static FakeResponse error(int status, String code, String message) {
		ObjectNode body = JSON.createObjectNode();
		body.putObject("error").put("message", message).put("type", "fake_error").putNull("param").put("code", code);
		return of(status, "application/json", body.toString());
	}

	/**
	 * An answer in so many words.
	 */
	public static FakeResponse of(int status, String contentType, String body) {
		return new FakeResponse(status, Map.of("Content-Type", contentType), body, Duration.ZERO, Delivery.WHOLE);
	}

	/**
	 * A stream of such bytes, which may be wrong.
	 */
	public static FakeResponse stream(String body) {
		return of(200, "text/event-stream", body);
	}

	/**
	 * The same answer as a stream of events.
	 */
	FakeResponse events(List<String> data) {
		String body = data.stream().map((event) -> "data: " + event + "\n\n").collect(Collectors.joining());
		return new FakeResponse(this.status, this.headers, body, this.latency, Delivery.STREAMED).header("Content-Type",
				"text/event-stream");
	}

	public FakeResponse after(Duration latency) {
		return new FakeResponse(this.status, this.headers, this.body, latency, this.delivery);
	}

	public FakeResponse header(String name, String value) {
		Map<String, String> headers = new LinkedHashMap<>(this.headers);
		headers.put(name, value);
		return new FakeResponse(this.status, headers, this.body, this.latency, this.delivery);
	}

	public FakeResponse delivered(Delivery delivery) {
		return new FakeResponse(this.status, this.headers, this.body, this.latency, delivery);
	}

	public FakeResponse usage(long promptTokens, long completionTokens) {
		return changed((body) -> body.putObject("usage")
			.put("prompt_tokens", promptTokens)
			.put("completion_tokens", completionTokens)
			.put("total_tokens", promptTokens + completionTokens));
	}

	public FakeResponse withoutUsage() {
		return changed((body) -> body.remove("usage"));
	}

	public FakeResponse model(String model) {
		return changed((body) -> body.put("model", model));
	}

	/**
	 * Any end of the reply, known or not.
	 */
	public FakeResponse finish(@Nullable String reason) {
		return changed((body) -> ((ObjectNode) body.path("choices").path(0)).put("finish_reason", reason));
	}

	/**
	 * Changes the message, for thinking, refusals and quirks.
	 */
	public FakeResponse message(Consumer<ObjectNode> change) {
		return changed((body) -> change.accept((ObjectNode) body.path("choices").path(0).path("message")));
	}

	/**
	 * Changes the whole document.
	 */
	public FakeResponse changed(Consumer<ObjectNode> change) {
		ObjectNode document = (ObjectNode) JSON.readTree(this.body);
		change.accept(document);
		return new FakeResponse(this.status, this.headers, document.toString(), this.latency, this.delivery);
	}

	/**
	 * How an answer is put on the wire.
	 */
	public enum Delivery {

		/**
		 * As HTTP has it; the connection stays open. A completion is streamed if the
		 * request asks for that.
		 */
		WHOLE,

		/** The same, but never streamed. */
		DOCUMENT,

		/**
		 * Each event by itself, at the pace of the endpoint; the connection stays open.
		 */
		STREAMED,

		/**
		 * The body, at the pace of the endpoint, and then silence, until the client goes.
		 */
		STALLING,

		/** Half of the body that was announced, then the end. */
		TRUNCATED,

		/** A byte at a time, one in 20 ms. */
		DRIPPING,

		/** Nothing for ever, until the client goes. */
		HANGING,

		/** The connection is reset instead of an answer. */
		RESET,

		/** The connection is closed instead of an answer. */
		CLOSED,

		/** The body again and again, chunked, 300 MB of it. */
		ENDLESS

	}

}
