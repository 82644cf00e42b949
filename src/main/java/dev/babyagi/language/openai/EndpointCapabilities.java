package dev.babyagi.language.openai;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * How a model wants to be asked, as far as its endpoint has taught us.
 *
 * @param form the strongest form of a structured reply that it takes
 * @param names parameters that it knows by another name, or not at all (empty name)
 */
record EndpointCapabilities(Form form, Map<String, String> names) {

	static final String LENGTH = "max_tokens";

	static final String FORM = "response_format";

	/** How we ask before we know better. */
	static final EndpointCapabilities FRESH = new EndpointCapabilities(Form.SCHEMA, Map.of());

	/** The forms of asking for JSON, from the strongest down. */
	enum Form {

		/** {@code json_schema}. */
		SCHEMA,

		/**
		 * {@code json_object} with the schema beside it, of which some servers make a
		 * grammar.
		 */
		OBJECT_WITH_SCHEMA,

		/** {@code json_object}. */
		OBJECT,

		/** No {@code response_format}: the prompt alone says it. */
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
	 * This manner without what was refused, or this one if it avoids that already.
	 * @param used the manner of the refused request
	 * @param parameter the parameter that was refused
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
		return new EndpointCapabilities(this.form, changed);
	}

	/**
	 * The parameters under the names that the endpoint knows.
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

	/** Our name for a parameter as it went over the wire. */
	String known(String parameter) {
		if (parameter.startsWith(FORM)) {
			return FORM;
		}
		return this.names.entrySet()
			.stream()
			.filter((entry) -> entry.getValue().equals(parameter))
			.map(Map.Entry::getKey)
			.findFirst()
			.orElse(parameter);
	}

}
