package dev.babyagi.language.openai;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import tools.jackson.databind.json.JsonMapper;

import dev.babyagi.language.ModelRequest;
import dev.babyagi.language.PromptTemplate;
import dev.babyagi.language.ReplyForm;
import dev.babyagi.language.TokenEstimate;
import dev.babyagi.language.openai.LanguageSettings.RoleSettings;

/**
 * An {@link ModelRequest} in words and parameters, before it is said in the
 * {@link EndpointCapabilities} of a model.
 *
 * @param ask the question
 * @param model the model that is asked
 * @param sampling the sampling of the role
 * @param promptBytes the size of the prompt, its schema included, which no honest count
 * of tokens exceeds by much
 */
record PreparedRequest(ModelRequest ask, String model, RoleSettings sampling, long promptBytes) {

	/** What chat templates add to a prompt, generously. */
	private static final int TEMPLATE_TOKENS = 16;

	/** A reply shorter than this is of no use to anybody. */
	private static final int SHORTEST_REPLY = 16;

	private static final PromptTemplate JSON_FORM = PromptTemplate.load("language", "json-form");

	static PreparedRequest of(ModelRequest ask, String model, RoleSettings sampling) {
		long schema = switch (ask.form()) {
			case ReplyForm.Text _ -> 0;
			case ReplyForm.Structured form -> TokenEstimate.bytes(form.schema().toString());
		};
		return new PreparedRequest(ask, model, sampling,
				TokenEstimate.bytes(ask.system()) + TokenEstimate.bytes(ask.user()) + schema);
	}

	/** The parameters that are sent, by our names, apart from the messages. */
	Set<String> kind() {
		Set<String> kind = new HashSet<>(sampling(1).keySet());
		if (this.ask.form() instanceof ReplyForm.Structured) {
			kind.add(EndpointCapabilities.FORM);
		}
		return kind;
	}

	String system(EndpointCapabilities manner) {
		return switch (this.ask.form()) {
			case ReplyForm.Text _ -> this.ask.system();
			case ReplyForm.Structured form when manner.form() == EndpointCapabilities.Form.SCHEMA -> this.ask.system();
			case ReplyForm.Structured form ->
				JSON_FORM.render(Map.of("instructions", this.ask.system(), "schema", form.schema().toString()));
		};
	}

	/**
	 * The parameters of a request.
	 * @param manner how the model wants to be asked
	 * @param maxTokens the longest reply
	 */
	Map<String, Object> parameters(EndpointCapabilities manner, int maxTokens) {
		Map<String, Object> parameters = sampling(maxTokens);
		if (this.ask.form() instanceof ReplyForm.Structured form && manner.form() != EndpointCapabilities.Form.PROMPT) {
			parameters.put(EndpointCapabilities.FORM, responseFormat(manner.form(), form));
		}
		return manner.applied(parameters);
	}

	private Map<String, Object> sampling(int maxTokens) {
		Map<String, Object> parameters = new LinkedHashMap<>();
		parameters.put(EndpointCapabilities.LENGTH, maxTokens);
		Double temperature = this.ask.temperature();
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

	/** An estimate of the prompt in tokens, its schema included. */
	long promptTokens() {
		return (long) TokenEstimate.ofBytes(this.promptBytes) + TEMPLATE_TOKENS;
	}

	/** The longest reply that is wanted and fits the window beside the prompt. */
	int fitting(int maxTokens) {
		long room = this.sampling.contextTokens() - promptTokens();
		return Math.max(1, (int) Math.max(Math.min(maxTokens, room), Math.min(maxTokens, SHORTEST_REPLY)));
	}

}
