package dev.babyagi.language.openai;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The forms and parameters that a model supports, as far as its endpoint has told.
 *
 * @param form the strongest form of a structured reply that it supports
 * @param names parameters that it knows by another name; an empty name means that it does
 * not support the parameter
 */
record EndpointCapabilities(Form form, Map<String, String> names) {

	static final String LENGTH = "max_tokens";

	static final String FORM = "response_format";

	static final String STREAM = "stream";

	static final String STREAM_OPTIONS = "stream_options";

	/** What is assumed before the first refusal. */
	static final EndpointCapabilities FRESH = new EndpointCapabilities(Form.SCHEMA, Map.of());

	/** The forms of a structured reply, the strongest first. */
	enum Form {

		/** {@code json_schema}. */
		SCHEMA,

		/**
		 * {@code json_object} with the schema in an extra field, from which some servers
		 * make a grammar.
		 */
		OBJECT_WITH_SCHEMA,

		/** {@code json_object}. */
		OBJECT,

		/** No {@code response_format}: only the prompt asks for JSON. */
		PROMPT;

		Form weaker() {
			return switch (this) {
				case SCHEMA -> OBJECT_WITH_SCHEMA;
				case OBJECT_WITH_SCHEMA -> OBJECT;
				case OBJECT, PROMPT -> PROMPT;
			};
		}

	}

	EndpointCapabilities {
		names = Map.copyOf(names);
	}

	/**
	 * Returns these capabilities without a refused parameter, or this object if they do
	 * not use it already.
	 * @param used the capabilities that the refused request used
	 * @param parameter the refused parameter
	 */
	EndpointCapabilities avoiding(EndpointCapabilities used, String parameter) {
		String known = used.known(parameter);
		if (FORM.equals(known)) {
			return (this.form == used.form) ? new EndpointCapabilities(this.form.weaker(), this.names) : this;
		}
		if (!Objects.equals(this.names.get(known), used.names.get(known))) {
			return this;
		}
		boolean rename = LENGTH.equals(parameter);
		Map<String, String> changed = new HashMap<>(this.names);
		changed.put(known, rename ? "max_completion_tokens" : "");
		if (STREAM.equals(known)) {
			changed.put(STREAM_OPTIONS, "");
		}
		return new EndpointCapabilities(this.form, changed);
	}

	/**
	 * Returns the parameters under the names that the endpoint knows.
	 */
	Map<String, Object> applied(Map<String, Object> parameters) {
		Map<String, Object> applied = new LinkedHashMap<>();
		parameters.forEach((name, value) -> {
			String known = this.names.getOrDefault(name, name);
			if (!known.isEmpty()) {
				applied.put(known, value);
			}
		});
		return applied;
	}

	@Override
	public String toString() {
		return "in form %s with %s".formatted(this.form, this.names.isEmpty() ? "all parameters" : this.names);
	}

	/** Returns our name for a parameter that the endpoint names. */
	String known(String parameter) {
		if (parameter.startsWith(FORM)) {
			return FORM;
		}
		if (parameter.startsWith(STREAM_OPTIONS)) {
			return STREAM_OPTIONS;
		}
		return this.names.entrySet()
			.stream()
			.filter((entry) -> entry.getValue().equals(parameter))
			.map(Map.Entry::getKey)
			.findFirst()
			.orElse(parameter);
	}

}
