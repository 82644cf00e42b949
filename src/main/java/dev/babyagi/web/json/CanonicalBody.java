package dev.babyagi.web.json;

import jakarta.servlet.http.HttpServletRequest;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

import dev.babyagi.web.Sha256Digest;

/**
 * Normalizes the body of a request so that JSON documents with the same content are
 * equal. White space, the order of properties and the escaping of characters do not
 * count.
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

	/** Keeps the body of a request that has passed the input limits. */
	static void keep(HttpServletRequest request, String json) {
		request.setAttribute(ATTRIBUTE, json);
	}

	/**
	 * Returns the digest of the canonical body, or of the empty text if there is no body.
	 */
	public static String hashOf(HttpServletRequest request) {
		return (request.getAttribute(ATTRIBUTE) instanceof String json)
				? Sha256Digest.of(SORTED.writeValueAsString(SORTED.readTree(json))) : Sha256Digest.of("");
	}

}
