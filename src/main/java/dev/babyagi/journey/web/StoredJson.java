package dev.babyagi.journey.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.babyagi.objective.Objective;
import dev.babyagi.web.ProblemBody;
import dev.babyagi.web.ProblemType;

/**
 * Reads the result and the error that an objective stores as JSON text.
 */
@Component
class StoredJson {

	private final JsonMapper json;

	StoredJson(JsonMapper json) {
		this.json = json;
	}

	@Nullable JsonNode result(Objective objective) {
		String result = objective.result();
		return (result != null) ? this.json.readTree(result) : null;
	}

	@Nullable ProblemBody error(Objective objective) {
		String error = objective.error();
		if (error == null) {
			return null;
		}
		JsonNode failure = this.json.readTree(error);
		return ProblemBody.of(type(failure.path("type").asString("internal")), failure.path("detail").asString(""),
				"/v1/objectives/" + objective.id());
	}

	private static ProblemType type(String slug) {
		for (ProblemType type : ProblemType.values()) {
			if (type.slug().equals(slug)) {
				return type;
			}
		}
		return ProblemType.INTERNAL;
	}

}
