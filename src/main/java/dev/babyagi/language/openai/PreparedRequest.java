package dev.babyagi.language.openai;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import tools.jackson.databind.json.JsonMapper;

import dev.babyagi.language.ModelRequest;
import dev.babyagi.language.PromptMessage;
import dev.babyagi.language.PromptTemplate;
import dev.babyagi.language.ReplyForm;
import dev.babyagi.language.TokenEstimate;
import dev.babyagi.language.ToolDefinition;
import dev.babyagi.language.openai.LanguageSettings.RoleSettings;

/**
 * A {@link ModelRequest} with its model and parameters, before it is adapted to the
 * {@link EndpointCapabilities} of the model.
 *
 * @param request the request
 * @param model the model that is called
 * @param sampling the sampling of the role
 * @param promptBytes the size of the prompt in bytes, schema and tools included; a
 * correct count of its tokens is hardly larger
 */
record PreparedRequest(ModelRequest request, String model, RoleSettings sampling, long promptBytes) {

	/** A generous estimate of the tokens that chat templates add to a prompt. */
	private static final int TEMPLATE_TOKENS = 16;

	/** A shorter reply is of no use. */
	private static final int SHORTEST_REPLY = 16;

	private static final PromptTemplate JSON_FORM = PromptTemplate.load("language", "json-form");

	static PreparedRequest of(ModelRequest request, String model, RoleSettings sampling) {
		long messages = request.messages().stream().mapToLong((message) -> TokenEstimate.bytes(message.text())).sum();
		long schema = switch (request.form()) {
			case ReplyForm.Text _ -> 0;
			case ReplyForm.Structured form -> TokenEstimate.bytes(form.schema().toString());
		};
		return new PreparedRequest(request, model, sampling, messages + schema + tools(request.tools()));
	}

	private static long tools(List<ToolDefinition> tools) {
		return tools.stream()
			.mapToLong((tool) -> TokenEstimate.bytes(tool.name()) + TokenEstimate.bytes(tool.description())
					+ TokenEstimate.bytes(tool.inputSchema().toString()))
			.sum();
	}

	/** Returns the names of the parameters that are sent, apart from the messages. */
	Set<String> kind() {
		Set<String> kind = new HashSet<>(always(1).keySet());
		if (this.request.form() instanceof ReplyForm.Structured) {
			kind.add(EndpointCapabilities.FORM);
		}
		return kind;
	}

	List<PromptMessage> messages(EndpointCapabilities capabilities) {
		if (this.request.form() instanceof ReplyForm.Structured form
				&& capabilities.form() != EndpointCapabilities.Form.SCHEMA) {
			String instructions = JSON_FORM
				.render(Map.of("instructions", this.request.system(), "schema", form.schema().toString()));
			return this.request.withSystem(instructions).messages();
		}
		return this.request.messages();
	}

	/**
	 * Returns the parameters of a request.
	 * @param capabilities what the model supports
	 * @param maxTokens the longest reply, in tokens
	 */
	Map<String, Object> parameters(EndpointCapabilities capabilities, int maxTokens) {
		Map<String, Object> parameters = always(maxTokens);
		if (this.request.form() instanceof ReplyForm.Structured form
				&& capabilities.form() != EndpointCapabilities.Form.PROMPT) {
			parameters.put(EndpointCapabilities.FORM, responseFormat(capabilities.form(), form));
		}
		return capabilities.applied(parameters);
	}

	/** Returns the parameters that do not depend on what the model supports. */
	private Map<String, Object> always(int maxTokens) {
		Map<String, Object> parameters = sampling(maxTokens);
		if (!this.request.tools().isEmpty()) {
			parameters.put("tools", this.request.tools().stream().map(PreparedRequest::function).toList());
		}
		if (this.request.listener() != null) {
			parameters.put(EndpointCapabilities.STREAM, true);
			parameters.put(EndpointCapabilities.STREAM_OPTIONS, Map.of("include_usage", true));
		}
		return parameters;
	}

	private static Object function(ToolDefinition tool) {
		Object inputs = JsonMapper.shared().treeToValue(tool.inputSchema(), Object.class);
		return Map.of("type", "function", "function",
				Map.of("name", tool.name(), "description", tool.description(), "parameters", inputs));
	}

	private Map<String, Object> sampling(int maxTokens) {
		Map<String, Object> parameters = new LinkedHashMap<>();
		parameters.put(EndpointCapabilities.LENGTH, maxTokens);
		Double temperature = this.request.temperature();
		parameters.put("temperature", (temperature != null) ? temperature : this.sampling.temperature());
		if (this.sampling.topP() < 1) {
			parameters.put("top_p", this.sampling.topP());
		}
		if (this.sampling.topK() != null) {
			parameters.put("top_k", this.sampling.topK());
		}
		return parameters;
	}

	private static Map<String, Object> responseFormat(EndpointCapabilities.Form form, ReplyForm.Structured structured) {
		Object schema = JsonMapper.shared().treeToValue(structured.schema(), Object.class);
		return switch (form) {
			case SCHEMA -> Map.of("type", "json_schema", "json_schema",
					Map.of("name", structured.name(), "strict", false, "schema", schema));
			case OBJECT_WITH_SCHEMA -> Map.of("type", "json_object", "schema", schema);
			case OBJECT, PROMPT -> Map.of("type", "json_object");
		};
	}

	/** Estimates the tokens of the prompt, schema and tools included. */
	long promptTokens() {
		return (long) TokenEstimate.ofBytes(this.promptBytes) + TEMPLATE_TOKENS;
	}

	/**
	 * Returns the longest reply that is wanted and fits the window beside the prompt, in
	 * tokens.
	 */
	int fitting(int maxTokens) {
		long room = this.sampling.contextTokens() - promptTokens();
		return Math.max(1, (int) Math.max(Math.min(maxTokens, room), Math.min(maxTokens, SHORTEST_REPLY)));
	}

}
