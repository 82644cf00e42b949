package dev.babyagi.journey.web;

import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import tools.jackson.databind.JsonNode;

/**
 * Describes an answer for the OpenAPI document. The response itself is the stored JSON.
 *
 * @param answer a text, or a document when the request gave an {@code outputSchema}
 * @param mediaType {@code text/plain} or {@code application/json}
 * @param warnings what is missing or may be wrong
 * @param claims statements of the answer, with the tasks that support them
 */
@Schema(name = "Result")
record ResultView(@Schema(example = "15.5") JsonNode answer, @Schema(example = "text/plain") String mediaType,
		List<String> warnings, List<Claim> claims) {

	/**
	 * One statement of the answer.
	 *
	 * @param text the statement
	 * @param cites the ids of the tasks that support it
	 */
	@Schema(name = "Claim")
	record Claim(@Schema(example = "15.5") String text, @Schema(example = "[\"t4\"]") List<String> cites) {

	}

}
