package dev.babyagi.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a completion as the events of a stream, a few characters in each.
 */
final class EventScript {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final int PIECE = 3;

	private final JsonNode document;

	private final List<String> events = new ArrayList<>();

	private EventScript(JsonNode document) {
		this.document = document;
	}

	/**
	 * The answer as a stream, if the request asks for one and the answer is a completion
	 * that is told as usual.
	 */
	static FakeResponse of(FakeRequest request, FakeResponse response) {
		boolean usual = response.status() == 200 && response.delivery() == FakeResponse.Delivery.WHOLE
				&& "application/json".equals(response.headers().get("Content-Type")) && request.isStreamed();
		JsonNode document = usual ? parsed(response.body()) : JSON.missingNode();
		if (!document.path("choices").path(0).path("message").isObject()) {
			return response;
		}
		EventScript script = new EventScript(document);
		script.write(request.body().path("stream_options").path("include_usage").asBoolean(false));
		return response.events(script.events);
	}

	private static JsonNode parsed(String body) {
		try {
			return JSON.readTree(body);
		}
		catch (JacksonException ex) {
			return JSON.missingNode();
		}
	}

	private void write(boolean counted) {
		JsonNode choice = this.document.path("choices").path(0);
		JsonNode message = choice.path("message");
		delta((delta) -> delta.put("role", "assistant").put("content", ""));
		for (String field : List.of("reasoning_content", "reasoning", "content", "refusal")) {
			text(field, message.path(field));
		}
		calls(message.path("tool_calls"));
		if (message.path("function_call").isObject()) {
			delta((delta) -> delta.set("function_call", message.path("function_call")));
		}
		event((event) -> {
			ObjectNode end = event.putArray("choices").addObject().put("index", 0);
			end.set("finish_reason", choice.path("finish_reason"));
			end.putObject("delta");
		});
		if (counted && this.document.has("usage")) {
			event((event) -> event.set("usage", this.document.path("usage")).putArray("choices"));
		}
		this.events.add("[DONE]");
	}

	private void event(Consumer<ObjectNode> content) {
		ObjectNode event = JSON.createObjectNode().put("id", "chatcmpl-fake").put("object", "chat.completion.chunk");
		if (this.document.has("model")) {
			event.set("model", this.document.path("model"));
		}
		content.accept(event);
		this.events.add(event.toString());
	}

	private void delta(Consumer<ObjectNode> content) {
		event((event) -> {
			ObjectNode choice = event.putArray("choices").addObject().put("index", 0).putNull("finish_reason");
			content.accept(choice.putObject("delta"));
		});
	}

	private void text(String field, JsonNode value) {
		if (value.isString()) {
			pieces(value.stringValue()).forEach((piece) -> delta((delta) -> delta.put(field, piece)));
		}
		else if (!value.isMissingNode()) {
			delta((delta) -> delta.set(field, value));
		}
	}

	/** The name of a call comes first, then its arguments in pieces. */
	private void calls(JsonNode calls) {
		for (int at = 0; at < calls.size(); at++) {
			JsonNode whole = calls.path(at);
			int index = at;
			ObjectNode first = ((ObjectNode) whole.deepCopy()).put("index", index);
			JsonNode arguments = whole.path("function").path("arguments");
			if (arguments.isString()) {
				((ObjectNode) first.path("function")).put("arguments", "");
			}
			delta((delta) -> delta.putArray("tool_calls").add(first));
			pieces(arguments.isString() ? arguments.stringValue() : "").forEach((piece) -> delta((delta) -> {
				ObjectNode call = delta.putArray("tool_calls").addObject().put("index", index);
				call.putObject("function").put("arguments", piece);
			}));
		}
	}

	private static List<String> pieces(String text) {
		int[] points = text.codePoints().toArray();
		List<String> pieces = new ArrayList<>();
		for (int from = 0; from < points.length; from += PIECE) {
			pieces.add(new String(points, from, Math.min(PIECE, points.length - from)));
		}
		return pieces;
	}

}
