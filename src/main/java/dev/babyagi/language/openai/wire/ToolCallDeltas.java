package dev.babyagi.language.openai.wire;

import java.util.SortedMap;
import java.util.TreeMap;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Native tool calls that arrive in pieces: the name first, and then the text of the
 * arguments. The pieces of a call have the same index.
 */
final class ToolCallDeltas {

	/** The index of the older {@code function_call}, which has none. */
	private static final int OLDER = -1;

	private final SortedMap<Integer, Pieces> calls = new TreeMap<>();

	private int length;

	void add(JsonNode delta) {
		delta.path("tool_calls").forEach((call) -> {
			JsonNode function = call.path("function").isObject() ? call.path("function") : call;
			add(call.path("index").asInt(likelyIndex(function)), function);
		});
		if (delta.path("function_call").isObject()) {
			add(OLDER, delta.path("function_call"));
		}
	}

	/** A name begins a call; everything else belongs to the last one. */
	private int likelyIndex(JsonNode function) {
		int last = this.calls.isEmpty() ? OLDER : this.calls.lastKey();
		return function.path("name").asString("").isEmpty() ? Math.max(0, last) : last + 1;
	}

	private void add(int index, JsonNode function) {
		Pieces pieces = this.calls.computeIfAbsent(index, (first) -> new Pieces());
		String name = function.path("name").asString("");
		if (!name.contentEquals(pieces.name)) {
			pieces.name.append(name);
			this.length += name.length();
		}
		JsonNode arguments = function.path("arguments");
		String text = arguments.isObject() ? arguments.toString() : arguments.asString("");
		pieces.arguments.append(text);
		this.length += text.length();
	}

	/** Returns the length of all names and arguments, in characters. */
	int length() {
		return this.length;
	}

	void writeTo(ObjectNode message) {
		this.calls.forEach((index, pieces) -> {
			ObjectNode call = (index == OLDER) ? message.putObject("function_call")
					: message.withArray("tool_calls").addObject().putObject("function");
			call.put("name", pieces.name.toString()).put("arguments", pieces.arguments.toString());
		});
	}

	private static final class Pieces {

		private final StringBuilder name = new StringBuilder();

		private final StringBuilder arguments = new StringBuilder();

	}

}
