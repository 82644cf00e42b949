package dev.babyagi.language.openai.wire;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a native tool call as the text in which prompts ask for the use of a tool. A
 * model may call a tool that was offered, one that the prompt describes, or one of its
 * own.
 */
final class ToolCallEnvelope {

	private static final JsonMapper JSON = JsonMapper.shared();

	private ToolCallEnvelope() {
	}

	/**
	 * Returns {@code {"tool": ..., "inputs": ...}}, or nothing if the message calls no
	 * tool. Arguments that are no JSON object stay the text that they are.
	 * @throws WireException if the message calls several tools, since a reply has one
	 * result
	 */
	static Optional<String> of(JsonNode message) {
		List<JsonNode> calls = calls(message);
		if (calls.size() > 1) {
			throw new WireException(new EndpointFault.Useless(
					"The model called %d tools at once instead of answering".formatted(calls.size())));
		}
		return calls.stream()
			.findFirst()
			.map((call) -> "{\"tool\":" + call.path("name") + ",\"inputs\":" + inputs(call.path("arguments")) + "}");
	}

	/** Also reads the older {@code function_call}, and calls without a wrapper. */
	private static List<JsonNode> calls(JsonNode message) {
		Stream<JsonNode> wrapped = message.path("tool_calls")
			.valueStream()
			.map((call) -> call.path("function").isObject() ? call.path("function") : call);
		return Stream.concat(wrapped, Stream.of(message.path("function_call")))
			.filter((call) -> !call.path("name").asString("").isBlank())
			.toList();
	}

	private static String inputs(JsonNode arguments) {
		if (arguments.isObject()) {
			return arguments.toString();
		}
		String text = arguments.asString("").strip();
		if (text.isEmpty()) {
			return "{}";
		}
		return isObject(text) ? text : JSON.writeValueAsString(text);
	}

	private static boolean isObject(String text) {
		try {
			return JSON.readTree(text).isObject();
		}
		catch (JacksonException ex) {
			return false;
		}
	}

}
