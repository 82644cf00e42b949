package dev.babyagi.journey.web;

import java.time.Instant;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import dev.babyagi.memory.MemoryTrust;
import dev.babyagi.objective.ObjectiveState;

/**
 * A context in the HTTP API.
 *
 * @param id its id
 * @param rounds its objectives, newest first
 * @param facts what was stated in it and still holds, newest first
 * @param nextCursor where the next page of rounds begins; {@code null} on the last page
 */
@Schema(name = "Context")
record ContextView(@Schema(example = "ctx_01M88EQ6FJEXDAV3FV4QHVJ051") String id, List<Round> rounds, List<Fact> facts,
		@Nullable String nextCursor) {

	/**
	 * One objective of a context.
	 *
	 * @param id its id
	 * @param objective what was wanted
	 * @param answer what was answered, once there is an answer
	 * @param state its state
	 * @param createdAt when it was accepted
	 */
	@Schema(name = "ContextRound")
	record Round(@Schema(example = PathIds.EXAMPLE) String id, String objective,
			@Nullable @Schema(example = "15.5") JsonNode answer, ObjectiveState state, Instant createdAt) {

	}

	/**
	 * A statement that still holds.
	 *
	 * @param id the id of the memory
	 * @param text its words
	 * @param subject who or what it is about
	 * @param attribute which property of the subject
	 * @param value the value of the property
	 * @param trust how far it can be trusted
	 * @param validFrom since when it is so
	 */
	@Schema(name = "ContextFact")
	record Fact(@Schema(example = "mem_01M88EQ6FJEXDAV3FV4QHVJ051") String id, String text, String subject,
			String attribute, String value, MemoryTrust trust, Instant validFrom) {

	}

}
