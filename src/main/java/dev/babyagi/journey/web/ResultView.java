package dev.babyagi.journey.web;

import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import tools.jackson.databind.JsonNode;

/**
 * The shape of an answer, for the description of the API: what is stored is shown as it
 * is.
 *
 * @param answer a text, or a document when the request gave an {@code outputSchema}
 * @param mediaType {@code text/plain} or {@code application/json}
 * @param warnings what is missing or may be amiss
 * @param claims what the answer says, and the tasks it says it from
 */
@Schema(name = "Result")
record ResultView(@Schema(implementation = Object.class, example = "15.5") JsonNode answer,
		@Schema(example = "text/plain") String mediaType, List<String> warnings, List<Claim> claims) {

	/**
	 * One thing the answer says.
	 *
	 * @param text what it says
	 * @param cites the tasks behind it
	 */
	@Schema(name = "Claim")
	record Claim(@Schema(example = "15.5") String text, @Schema(example = "[\"t4\"]") List<String> cites) {

	}

}
