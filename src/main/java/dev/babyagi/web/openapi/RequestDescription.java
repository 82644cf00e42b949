package dev.babyagi.web.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;

import dev.babyagi.web.json.TextRules;

/**
 * Describes what holds for every request: a body has no fields but the documented ones,
 * its texts hold no control characters, an instant is at most 18 hours from UTC, and a
 * parameter is absent but never null.
 */
final class RequestDescription {

	/** What Java takes for an instant, beside the form that {@code date-time} states. */
	private static final String INSTANT = "([Zz]|[+-](0[0-9]|1[0-7]):[0-5][0-9])$";

	private RequestDescription() {
	}

	static void describe(OpenAPI api) {
		SchemaParts.ofRequests(api).forEach((schema) -> {
			close(schema);
			limitText(schema);
		});
		SchemaParts.ofParameters(api, "query").forEach(RequestDescription::limitText);
		SchemaParts.ofParameters(api, "query")
			.filter((schema) -> schema.getTypes() != null)
			.forEach((schema) -> schema.getTypes().remove("null"));
	}

	private static void close(Schema<?> schema) {
		if (schema.getProperties() != null && schema.getAdditionalProperties() == null) {
			schema.setAdditionalProperties(false);
		}
	}

	private static void limitText(Schema<?> schema) {
		boolean text = schema.getTypes() != null && schema.getTypes().contains("string");
		if (!text || schema.getEnum() != null || schema.getPattern() != null) {
			return;
		}
		if ("date-time".equals(schema.getFormat())) {
			schema.setPattern(INSTANT);
		}
		else if (schema.getFormat() == null) {
			schema.setPattern(TextRules.ALLOWED);
		}
	}

}
