package dev.babyagi.web.json;

import jakarta.servlet.http.HttpServletRequest;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

import dev.babyagi.web.Sha256Digest;

/**
 * A request's body without what does not matter in JSON: white space, the order of
 * properties, the way characters are escaped.
 */
public final class CanonicalBody {

	private static final String ATTRIBUTE = CanonicalBody.class.getName();

	private static final JsonMapper SORTED = JsonMapper
		.builder(JsonFactory.builder().streamReadConstraints(StreamReadConstraints.defaults()).build())
		.enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
		.build();

	private CanonicalBody() {
	}

	/** Keeps the body of a request that has passed the limits of input. */
	static void keep(HttpServletRequest request, String json) {
		request.setAttribute(ATTRIBUTE, json);
	}

	/** The digest of the canonical body; the digest of nothing if there is no body. */
	public static String hashOf(HttpServletRequest request) {
		return (request.getAttribute(ATTRIBUTE) instanceof String json)
				? Sha256Digest.of(SORTED.writeValueAsString(SORTED.readTree(json))) : Sha256Digest.of("");
	}

}
