package dev.babyagi.reply;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import dev.babyagi.reply.LooseJson.Document;

/**
 * What a model wraps in a JSON object: its answer, or the use of a tool. Models name the
 * fields in several ways, and wrap the object in further objects and lists.
 */
public sealed interface ReplyEnvelope {

	/** The fields that hold an answer, whatever else the object holds. */
	List<String> ANSWER_FIELDS = List.of("answer", "final_answer", "finalAnswer");

	/** The fields that hold an answer if they are the only one. */
	List<String> ONLY_FIELDS = List.of("value", "result", "output", "response", "text", "content", "final");

	List<String> INPUT_FIELDS = List.of("inputs", "arguments", "parameters", "args", "input");

	/** The most objects and lists around each other. */
	int MAX_LAYERS = 4;

	/** The most characters of a tool's name in a message. */
	int MAX_NAME = 60;

	/**
	 * An answer.
	 *
	 * @param value the answer, which is neither null nor blank
	 */
	record Answer(JsonNode value) implements ReplyEnvelope {

	}

	/**
	 * The use of a tool.
	 *
	 * @param tool the name of the tool, as it is written
	 * @param inputs its inputs, or {@code null} if they are no JSON object
	 */
	record ToolCall(String tool, @Nullable ObjectNode inputs) implements ReplyEnvelope {

	}

	/** An object whose fields for an answer or a tool hold nothing. */
	record Blank() implements ReplyEnvelope {

	}

	/**
	 * Reads the answer in the envelope. Without one, the envelope is unreadable.
	 * @param reader reads the answer
	 */
	default ReadingResult read(Function<JsonNode, ReadingResult> reader) {
		return switch (this) {
			case Answer(JsonNode value) -> reader.apply(value);
			case Blank() -> new ReadingResult.Unreadable("The reply is a JSON object without an answer");
			case ToolCall call -> new ReadingResult.Unreadable("The reply asks for the tool '"
					+ OneLine.of(call.tool(), MAX_NAME) + "', which cannot be used here. Give the outcome itself");
		};
	}

	/** Returns the envelope in a reply, whatever surrounds it. */
	static Optional<ReplyEnvelope> in(String reply) {
		return ReplyJson.find(reply, (root) -> of(root).isPresent()).map(Document::root).flatMap(ReplyEnvelope::of);
	}

	/** Returns what a document holds, or nothing if it is no envelope. */
	static Optional<ReplyEnvelope> of(JsonNode document) {
		return layers(document).stream()
			.filter(JsonNode::isObject)
			.map(ReplyEnvelope::opened)
			.flatMap(Optional::stream)
			.findFirst();
	}

	/**
	 * Returns a document and what it wraps, the outermost first: the answer in an object,
	 * the only field of an object, the only item of a list.
	 */
	static List<JsonNode> layers(JsonNode document) {
		List<JsonNode> layers = new ArrayList<>(List.of(document));
		while (layers.size() < MAX_LAYERS && inner(layers.getLast()).isContainer()) {
			layers.add(inner(layers.getLast()));
		}
		JsonNode last = inner(layers.getLast());
		if (!last.isMissingNode() && layers.size() < MAX_LAYERS) {
			layers.add(last);
		}
		return layers;
	}

	private static JsonNode inner(JsonNode outer) {
		if (outer.isObject()) {
			JsonNode answer = field(outer, ANSWER_FIELDS);
			return (answer.isMissingNode() && outer.size() == 1) ? outer.iterator().next() : answer;
		}
		return (outer.isArray() && outer.size() == 1) ? outer.path(0) : ExactJson.NODES.missingNode();
	}

	private static Optional<ReplyEnvelope> opened(JsonNode object) {
		JsonNode answer = answer(object);
		if (isGiven(answer)) {
			return of(answer).or(() -> Optional.of(new Answer(answer)));
		}
		boolean blank = !answer.isMissingNode() || object.has("tool")
				|| (!object.isEmpty() && object.valueStream().noneMatch(ReplyEnvelope::isGiven));
		return toolCall(object).or(() -> blank ? Optional.of(new Blank()) : Optional.empty());
	}

	private static JsonNode answer(JsonNode object) {
		JsonNode answer = field(object, ANSWER_FIELDS);
		JsonNode only = (object.size() == 1) ? field(object, ONLY_FIELDS) : answer;
		return (answer.isMissingNode() && !only.isContainer()) ? only : answer;
	}

	private static Optional<ReplyEnvelope> toolCall(JsonNode object) {
		JsonNode call = object.path("tool_calls").isArray() ? object.path("tool_calls").path(0) : object;
		JsonNode function = call.path("function").isObject() ? call.path("function") : call;
		JsonNode inputs = field(function, INPUT_FIELDS);
		String tool = text(function, "tool", "tool_name");
		String name = (tool != null || inputs.isMissingNode()) ? tool : text(function, "name", "function");
		return (name != null) ? Optional.of(new ToolCall(name, inputs(inputs))) : Optional.empty();
	}

	/** Inputs are often a text that holds the object. */
	private static @Nullable ObjectNode inputs(JsonNode written) {
		JsonNode inputs = written.isString()
				? LooseJson.read(written.stringValue().strip(), 0).map(Document::root).orElse(written) : written;
		if (inputs.isMissingNode() || inputs.isNull()) {
			return ExactJson.object();
		}
		return (inputs instanceof ObjectNode object) ? object : null;
	}

	private static boolean isGiven(JsonNode value) {
		return !value.isMissingNode() && !value.isNull() && !(value.isString() && value.stringValue().isBlank());
	}

	private static JsonNode field(JsonNode object, List<String> names) {
		return names.stream().filter(object::has).findFirst().map(object::path).orElse(ExactJson.NODES.missingNode());
	}

	private static @Nullable String text(JsonNode object, String... names) {
		for (String name : names) {
			if (object.path(name).isString() && !object.path(name).stringValue().isBlank()) {
				return object.path(name).stringValue().strip();
			}
		}
		return null;
	}

}
