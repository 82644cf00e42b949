package dev.babyagi.fake;

import java.util.Map;
import java.util.Optional;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A request as it arrived.
 *
 * @param number how many calls had arrived with it, from 1
 * @param path the path
 * @param headers by lower-case name
 * @param text the body as it was sent
 */
public record FakeRequest(int number, String path, Map<String, String> headers, String text) {

	private static final JsonMapper JSON = JsonMapper.shared();

	public JsonNode body() {
		return JSON.readTree(this.text);
	}

	public String model() {
		return body().path("model").asString("");
	}

	/**
	 * The system message.
	 */
	public String system() {
		return message("system");
	}

	/**
	 * The user message.
	 */
	public String user() {
		return message("user");
	}

	/**
	 * A parameter of the body, such as {@code max_tokens}.
	 */
	public Optional<JsonNode> parameter(String name) {
		return Optional.ofNullable(body().get(name));
	}

	/**
	 * Whether the answer is to be a stream.
	 */
	public boolean isStreamed() {
		return this.text.contains("\"stream\"") && body().path("stream").asBoolean(false);
	}

	public int maxTokens() {
		return body().path("max_tokens").asInt(0);
	}

	/**
	 * The type of {@code response_format}, {@code text} if there is none.
	 */
	public String form() {
		return body().path("response_format").path("type").asString("text");
	}

	/**
	 * The schema sent in {@code response_format}, beside or below its type.
	 */
	public Optional<JsonNode> schema() {
		JsonNode format = body().path("response_format");
		return Optional.ofNullable(format.path("json_schema").get("schema"))
			.or(() -> Optional.ofNullable(format.get("schema")));
	}

	/**
	 * The name of the schema, empty if none was sent.
	 */
	public String schemaName() {
		return body().path("response_format").path("json_schema").path("name").asString("");
	}

	private String message(String role) {
		return body().path("messages")
			.valueStream()
			.filter((message) -> role.equals(message.path("role").asString("")))
			.map((message) -> message.path("content").asString(""))
			.findFirst()
			.orElse("");
	}

}
