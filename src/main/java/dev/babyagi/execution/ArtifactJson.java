package dev.babyagi.execution;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads and writes values of artifacts as JSON text, with every digit.
 */
final class ArtifactJson {

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
		.build();

	private ArtifactJson() {
	}

	static String write(JsonNode value) {
		return MAPPER.writeValueAsString(value);
	}

	static JsonNode read(String text) {
		return MAPPER.readTree(text);
	}

}
