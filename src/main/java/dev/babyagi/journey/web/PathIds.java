package dev.babyagi.journey.web;

import dev.babyagi.objective.ContextId;
import dev.babyagi.objective.ObjectiveId;
import dev.babyagi.objective.ObjectiveNotFound;
import dev.babyagi.objective.WireId;
import dev.babyagi.web.Problem;
import dev.babyagi.web.ProblemType;

/**
 * Reads ids from paths. A text that is not an id is treated as an unknown id.
 */
final class PathIds {

	static final String EXAMPLE = "obj_01M88EQ6FJEXDAV3FV4QHVJ051";

	private PathIds() {
	}

	static ObjectiveId objective(String text) {
		return WireId.parse("obj", text).map(ObjectiveId::new).orElseThrow(() -> new ObjectiveNotFound(text));
	}

	static ContextId context(String text) {
		return WireId.parse("ctx", text)
			.map(ContextId::new)
			.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND, "There is no such context"));
	}

}
