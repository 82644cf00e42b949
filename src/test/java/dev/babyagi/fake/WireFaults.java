package dev.babyagi.fake;

import java.util.List;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The ways in which endpoints misbehave, ready-made.
 */
public final class WireFaults {

	/** In every body of an error, so that tests can see whether one leaks. */
	public static final String CANARY = "provider-body-canary";

	private static final String HTML = "<html><body><h1>Bad gateway</h1>" + CANARY + "</body></html>";

	private WireFaults() {
	}

	public static FakeResponse rateLimited() {
		return FakeResponse.error(429, "rate_limit_exceeded", "Rate limit reached " + CANARY);
	}

	/**
	 * With a {@code Retry-After}: seconds, a date, nonsense, as it comes.
	 */
	public static FakeResponse rateLimited(String retryAfter) {
		return rateLimited().header("Retry-After", retryAfter);
	}

	public static FakeResponse quotaUsedUp() {
		return FakeResponse.error(429, "insufficient_quota", "You exceeded your current quota " + CANARY);
	}

	public static FakeResponse paymentRequired() {
		return FakeResponse.error(402, "payment_required", "Insufficient balance " + CANARY);
	}

	/**
	 * A refused key, quoted in the body as real ones do.
	 */
	public static FakeResponse wrongKey(String key) {
		return FakeResponse.error(401, "invalid_api_key", "Incorrect API key provided: " + key + " " + CANARY);
	}

	public static FakeResponse forbidden() {
		return FakeResponse.error(403, "forbidden", "Country not supported " + CANARY);
	}

	public static FakeResponse noSuchModel() {
		return FakeResponse.error(404, "model_not_found", "The model does not exist " + CANARY);
	}

	public static FakeResponse overloaded() {
		return FakeResponse.error(503, "server_is_overloaded", "Slow down " + CANARY);
	}

	/**
	 * A proxy's page, of any status.
	 */
	public static FakeResponse html(int status) {
		return FakeResponse.of(status, "text/html", HTML);
	}

	public static FakeResponse empty() {
		return FakeResponse.of(200, "application/json", "");
	}

	public static FakeResponse truncated() {
		return FakeResponse.text("cut in the middle").delivered(FakeResponse.Delivery.TRUNCATED);
	}

	public static FakeResponse hanging() {
		return FakeResponse.text("never").delivered(FakeResponse.Delivery.HANGING);
	}

	public static FakeResponse dripping() {
		return FakeResponse.text("drop by drop").delivered(FakeResponse.Delivery.DRIPPING);
	}

	public static FakeResponse reset() {
		return FakeResponse.text("never").delivered(FakeResponse.Delivery.RESET);
	}

	public static FakeResponse closed() {
		return FakeResponse.text("never").delivered(FakeResponse.Delivery.CLOSED);
	}

	/**
	 * 300 MB of many small strings.
	 */
	public static FakeResponse endless() {
		return FakeResponse.of(200, "application/json", "[\"" + "x".repeat(1000) + "\"],")
			.delivered(FakeResponse.Delivery.ENDLESS);
	}

	/**
	 * Status 200 with an error inside.
	 */
	public static FakeResponse errorInside(int code) {
		ObjectNode body = JsonNodeFactory.instance.objectNode();
		body.putObject("error").put("code", code).put("message", "Upstream failed " + CANARY);
		return FakeResponse.of(200, "application/json", body.toString());
	}

	public static FakeResponse noChoices() {
		return FakeResponse.text("").changed((body) -> body.putArray("choices"));
	}

	public static FakeResponse filtered() {
		return FakeResponse.text("").finish("content_filter");
	}

	public static FakeResponse refusing() {
		return FakeResponse.text("").message((message) -> message.put("refusal", "I cannot help with that"));
	}

	/**
	 * Azure's filter refuses the prompt: so many of its categories are to blame.
	 */
	public static FakeResponse filteredPrompt(String... categories) {
		return FakeResponse
			.error(400, "content_filter", "The response was filtered due to the prompt triggering our policy " + CANARY)
			.changed((body) -> {
				ObjectNode error = ((ObjectNode) body.path("error")).put("param", "prompt");
				ObjectNode inner = error.putObject("innererror").put("code", "ResponsibleAIPolicyViolation");
				ObjectNode results = inner.putObject("content_filter_result");
				results.putObject("hate").put("filtered", false).put("severity", "safe");
				for (String category : categories) {
					results.putObject(category).put("filtered", true).put("severity", "high");
				}
			});
	}

	/**
	 * A request that is refused as it stands; each refusal has an id of its own.
	 */
	public static FakeResponse badRequest(String parameter) {
		return refusedParameter(parameter, "invalid_request_error",
				"Invalid value for '" + parameter + "', request req_" + System.nanoTime());
	}

	/**
	 * Native calls of tools that nobody offered, and no text.
	 * @param calls name and arguments of each, in turn
	 */
	public static FakeResponse toolCalls(String... calls) {
		return FakeResponse.text("").finish("tool_calls").message((message) -> {
			message.putNull("content");
			for (int at = 0; at < calls.length; at += 2) {
				ObjectNode call = message.withArray("tool_calls").addObject().put("id", "call_" + at);
				call.put("type", "function")
					.putObject("function")
					.put("name", calls[at])
					.put("arguments", calls[at + 1]);
			}
		});
	}

	/**
	 * The window is exceeded, in OpenAI's words.
	 */
	public static FakeResponse tooLong(int window, int prompt, int reply) {
		return FakeResponse.error(400, "context_length_exceeded",
				"This model's maximum context length is %s tokens. However, you requested %s tokens (%s in the messages, %s in the completion). %s"
					.formatted(window, prompt + reply, prompt, reply, CANARY));
	}

	/**
	 * A refusal of {@code response_format} as hosted endpoints write it.
	 */
	public static FakeResponse formRefused() {
		return refusedParameter("response_format", "invalid_request_error",
				"'response_format' of type 'json_schema' is not supported with this model.");
	}

	/**
	 * The same from llama-cpp-python's server, which answers 500.
	 */
	public static FakeResponse formRefusedByLlama() {
		return FakeResponse.error(500, "internal_server_error",
				"[{'type': 'literal_error', 'loc': ('body', 'response_format', 'type'), "
						+ "'msg': \"Input should be 'text' or 'json_object'\"}] " + CANARY);
	}

	/**
	 * As reasoning models refuse {@code max_tokens}.
	 */
	public static FakeResponse lengthRefused() {
		return refusedParameter("max_tokens", "unsupported_parameter",
				"Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.");
	}

	/**
	 * As reasoning models refuse {@code temperature}.
	 */
	public static FakeResponse valueRefused(String parameter) {
		return refusedParameter(parameter, "unsupported_value",
				"Unsupported value: '%s' does not support 0 with this model.".formatted(parameter));
	}

	public static FakeResponse redirect(int status, String location) {
		return FakeResponse.of(status, "text/plain", "").header("Location", location);
	}

	/**
	 * A stream of such chunks, and no more.
	 */
	public static FakeResponse chunks(String... data) {
		return FakeResponse.text("").events(List.of(data));
	}

	/**
	 * A chunk with a piece of the reply.
	 */
	public static String chunk(String piece) {
		ObjectNode chunk = JsonNodeFactory.instance.objectNode().put("model", "fake-1");
		ObjectNode choice = chunk.putArray("choices").addObject().put("index", 0).putNull("finish_reason");
		choice.putObject("delta").put("content", piece);
		return chunk.toString();
	}

	/**
	 * A chunk with the end of the reply.
	 */
	public static String end(String reason) {
		ObjectNode chunk = JsonNodeFactory.instance.objectNode().put("model", "fake-1");
		ObjectNode choice = chunk.putArray("choices").addObject().put("index", 0).put("finish_reason", reason);
		choice.putObject("delta");
		return chunk.toString();
	}

	private static FakeResponse refusedParameter(String parameter, String code, String message) {
		return FakeResponse.error(400, code, message + " " + CANARY)
			.changed((body) -> ((ObjectNode) body.path("error")).put("param", parameter));
	}

}
