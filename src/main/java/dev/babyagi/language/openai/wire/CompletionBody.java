package dev.babyagi.language.openai.wire;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.stream.Collectors;

import okhttp3.Headers;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the body of a response of status 200 and writes it in the regular form of
 * OpenAI's reference, whether it came as a document or as a stream. Some compatible
 * servers leave out the id, write content as parts, end replies with words of their own,
 * or report usage that no int can hold. The client would lose what these say, or throw an
 * exception that quotes the body. A native tool call becomes the text of the reply.
 */
final class CompletionBody {

	private static final JsonMapper JSON = JsonMapper.shared();

	private CompletionBody() {
	}

	/**
	 * Returns a document in its regular form.
	 * @throws WireException if there is no reply in it
	 */
	static String regular(JsonNode document, Headers headers, Instant now) {
		JsonNode choice = document.path("choices").path(0);
		JsonNode error = document.path("error");
		if (!choice.isObject() && !error.isMissingNode() && !error.isNull()) {
			throw new WireException(StatusClassifier.inside(ErrorBody.of(error), headers, now));
		}
		if (!choice.path("message").isObject()) {
			throw new WireException(new EndpointFault.Garbled("The model endpoint answered without a choice"));
		}
		return regular(document, choice).toString();
	}

	/**
	 * Reads a body.
	 * @throws WireException if it is no JSON object
	 */
	static JsonNode document(byte[] body, Headers headers) {
		try {
			JsonNode document = JSON.readTree(body);
			if (document.isObject()) {
				return document;
			}
		}
		catch (JacksonException ex) {
			// Falls through, because the message of the exception quotes the body.
		}
		throw new WireException(
				new EndpointFault.Garbled((body.length == 0) ? "The model endpoint answered with nothing"
						: isPage(headers) ? "The model endpoint answered with a web page"
								: "The answer of the model endpoint is not JSON"));
	}

	private static boolean isPage(Headers headers) {
		String type = headers.get("content-type");
		return type != null && type.startsWith("text/html");
	}

	private static ObjectNode regular(JsonNode document, JsonNode choice) {
		ObjectNode regular = JSON.createObjectNode();
		regular.put("id", document.path("id").asString("")).put("object", "chat.completion").put("created", 0);
		regular.put("model", document.path("model").asString(""));
		ObjectNode only = regular.putArray("choices").addObject().put("index", 0);
		only.put("finish_reason", FinishReason.regular(choice.path("finish_reason")));
		only.set("message", message(choice.path("message")));
		usage(document.path("usage"), regular);
		return regular;
	}

	private static ObjectNode message(JsonNode message) {
		ObjectNode regular = JSON.createObjectNode().put("role", "assistant");
		regular.put("content", ToolCallEnvelope.of(message).orElseGet(() -> text(message.path("content"))));
		String refusal = message.path("refusal").asString("");
		if (!refusal.isBlank()) {
			regular.put("refusal", refusal);
		}
		String thinking = thinking(message);
		if (!thinking.isEmpty()) {
			regular.put("reasoning_content", thinking);
		}
		return regular;
	}

	/** Returns the content of the reply, as it came. */
	static String said(JsonNode document) {
		return text(document.path("choices").path(0).path("message").path("content"));
	}

	static String thinking(JsonNode message) {
		return text(message.path("reasoning_content")) + text(message.path("reasoning"));
	}

	static String text(JsonNode content) {
		if (content.isArray()) {
			return content.valueStream().map((part) -> part.path("text").asString("")).collect(Collectors.joining());
		}
		return content.isString() ? content.stringValue() : "";
	}

	private static void usage(JsonNode usage, ObjectNode regular) {
		long input = count(usage.path("prompt_tokens"));
		long output = count(usage.path("completion_tokens"));
		if (input > 0) {
			regular.putObject("usage")
				.put("prompt_tokens", input)
				.put("completion_tokens", output)
				.put("total_tokens", Math.min(input + output, Integer.MAX_VALUE));
		}
	}

	private static long count(JsonNode tokens) {
		double count = tokens.isNumber() ? tokens.doubleValue() : 0;
		return (long) Math.clamp(count, 0, Integer.MAX_VALUE);
	}

	static String utf8(byte[] body) {
		return new String(body, StandardCharsets.UTF_8);
	}

}
