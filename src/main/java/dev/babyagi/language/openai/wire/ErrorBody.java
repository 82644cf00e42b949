package dev.babyagi.language.openai.wire;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * Searches the error text of an endpoint for known phrases. None of its sentences leave
 * this class, and of its words only codes and names, see {@link ProviderWord}.
 */
final class ErrorBody {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final Pattern WINDOW = Pattern
		.compile("(?:context length|context size|context window)" + "\\D{0,40}?(\\d{1,9})");

	private static final Pattern PROMPT = Pattern
		.compile("(\\d{1,9}) (?:tokens )?(?:in|of|from) (?:the|your) (?:messages|prompt|input)"
				+ "|(\\d{1,9}) (?:input|prompt) tokens|contains (?:at least )?(\\d{1,9})");

	private static final Pattern MOST_REPLY = Pattern.compile("at most (\\d{1,9}) completion tokens");

	/** Numbers, dates and ids, which differ between two refusals of one kind. */
	private static final Pattern WITH_DIGITS = Pattern.compile("\\S*\\d\\S*");

	private static final Pattern QUOTED = Pattern.compile("['`\"]([A-Za-z_]{2,40})['`\"]");

	private static final Pattern STREAMING = Pattern
		.compile("['`\"]stream['`\"]|(?i:streaming is (?:not supported|unsupported|disabled)|not support stream)");

	/**
	 * Tokens left free between prompt and window, because chat templates add tokens of
	 * their own.
	 */
	private static final int MARGIN = 16;

	private final String text;

	private final JsonNode error;

	private ErrorBody(String text, JsonNode error) {
		this.text = text.toLowerCase(Locale.ROOT);
		this.error = error;
	}

	static ErrorBody read(String text) {
		return new ErrorBody(text, errorOf(text));
	}

	static ErrorBody of(JsonNode error) {
		return new ErrorBody(error.toString(), error);
	}

	private static JsonNode errorOf(String text) {
		try {
			JsonNode document = JSON.readTree(text);
			return document.has("error") ? document.path("error") : document;
		}
		catch (JacksonException ex) {
			return MissingNode.getInstance();
		}
	}

	/**
	 * Returns the HTTP status that an error inside a response of status 200 stands for.
	 */
	Optional<Integer> status() {
		int code = this.error.path("code").asInt(0);
		return (code >= 400 && code <= 599) ? Optional.of(code) : Optional.empty();
	}

	boolean namesResponseFormat() {
		return says("response_format") || says("response format");
	}

	/**
	 * Returns whether it names a part of {@code response_format}, in the words of
	 * gateways to other APIs.
	 */
	boolean namesSchema() {
		return says("json_schema") || says("response_schema");
	}

	/**
	 * Returns {@code stream_options} or {@code stream}, if the error names it. What it
	 * quotes of the request does not count.
	 */
	Optional<String> refusedStreaming() {
		JsonNode detail = this.error.path("detail");
		Stream<JsonNode> items = detail.valueStream()
			.flatMap((item) -> Stream.concat(Stream.of(item.path("msg")), item.path("loc").valueStream()));
		String said = Stream
			.concat(Stream.of(this.error, this.error.path("message"), this.error.path("param"), detail), items)
			.map((part) -> "'" + part.asString("") + "'")
			.collect(Collectors.joining(" "));
		if (said.contains("stream_options")) {
			return Optional.of("stream_options");
		}
		return STREAMING.matcher(said).find() ? Optional.of("stream") : Optional.empty();
	}

	/** Returns the parameter that the endpoint does not support. */
	Optional<String> unwantedParameter() {
		boolean unwanted = isCode("unsupported_parameter") || isCode("unsupported_value") || isCode("unknown_parameter")
				|| says("unrecognized request argument") || says("unsupported parameter");
		if (!unwanted) {
			return Optional.empty();
		}
		String parameter = this.error.path("param").asString("");
		return parameter.isEmpty() ? quoted() : Optional.of(parameter);
	}

	private Optional<String> quoted() {
		Matcher quoted = QUOTED.matcher(this.error.path("message").asString(""));
		return quoted.find() ? Optional.of(quoted.group(1)) : Optional.empty();
	}

	boolean isQuota() {
		return isCode("insufficient_quota") || isCode("credit_balance_exhausted")
				|| isCode("billing_hard_limit_reached") || isCode("billing_not_active")
				|| says("credit balance is too low");
	}

	boolean isKey() {
		return isCode("invalid_api_key") || isCode("invalid_authentication") || isCode("authentication_error")
				|| says("api key not valid");
	}

	boolean isModel() {
		return isCode("model_not_found");
	}

	boolean isRate() {
		return isCode("rate_limit_exceeded") || isCode("rate_limit_error");
	}

	/**
	 * Returns whether a content filter refused the request: in the words of OpenAI and
	 * Azure, of Alibaba, or of OpenRouter.
	 */
	boolean isFiltered() {
		return isCode("content_filter") || isCode("content_policy_violation") || isCode("data_inspection_failed")
				|| "ResponsibleAIPolicyViolation".equals(this.error.path("innererror").path("code").asString(""))
				|| this.error.path("metadata").has("flagged_input");
	}

	/** Returns the names of the filters that refused the request, if the error says. */
	List<String> filters() {
		JsonNode inner = this.error.path("innererror");
		return Stream.of(inner.path("content_filter_result"), inner.path("content_filter_results"))
			.flatMap((results) -> results.properties().stream())
			.filter((result) -> result.getValue().path("filtered").asBoolean(false))
			.flatMap((result) -> ProviderWord.of(result.getKey()).stream())
			.distinct()
			.toList();
	}

	/** Returns the code and the parameter that the error names, to follow a status. */
	String cause() {
		Optional<String> code = Stream.of("code", "type")
			.map((field) -> this.error.path(field).asString(""))
			.flatMap((word) -> ProviderWord.quoted(word).stream())
			.findFirst();
		return code.map((word) -> ", code" + word).orElse("")
				+ ProviderWord.quoted(this.error.path("param").asString(""))
					.map((word) -> ", parameter" + word)
					.orElse("");
	}

	/** Returns a number that is equal for errors in the same words. */
	int words() {
		String message = this.error.path("message").asString(this.text);
		return WITH_DIGITS.matcher(message.toLowerCase(Locale.ROOT)).replaceAll("").hashCode();
	}

	boolean isOverloaded() {
		return isCode("slow_down") || isCode("server_is_overloaded") || isCode("overloaded_error")
				|| says("overloaded");
	}

	boolean isTooLong() {
		return isCode("context_length_exceeded") || isCode("exceed_context_size_error")
				|| says("maximum context length") || says("context size has been exceeded")
				|| says("available context size") || MOST_REPLY.matcher(this.text).find();
	}

	/**
	 * Returns the longest reply that fits according to the endpoint, in tokens, or 0 if
	 * it does not say.
	 */
	int fits() {
		Matcher most = MOST_REPLY.matcher(this.text);
		if (most.find()) {
			return Integer.parseInt(most.group(1));
		}
		int window = this.error.path("n_ctx").asInt(number(WINDOW));
		int prompt = this.error.path("n_prompt_tokens").asInt(number(PROMPT));
		return (window > 0 && prompt > 0) ? Math.max(0, window - prompt - MARGIN) : 0;
	}

	private int number(Pattern pattern) {
		Matcher matcher = pattern.matcher(this.text);
		if (!matcher.find()) {
			return 0;
		}
		for (int group = 1; group <= matcher.groupCount(); group++) {
			if (matcher.group(group) != null) {
				return Integer.parseInt(matcher.group(group));
			}
		}
		return 0;
	}

	private boolean isCode(String code) {
		return code.equalsIgnoreCase(this.error.path("code").asString(""))
				|| code.equalsIgnoreCase(this.error.path("type").asString(""));
	}

	private boolean says(String words) {
		return this.text.contains(words);
	}

}
