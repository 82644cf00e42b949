package dev.babyagi.memory.web;

import java.time.Instant;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import dev.babyagi.memory.MemoryId;
import dev.babyagi.memory.MemoryKind;
import dev.babyagi.objective.ContextId;
import dev.babyagi.objective.ObjectiveId;

/**
 * The body of {@code POST /v1/memories/forget}. At least one of {@code about},
 * {@code contextId} and {@code ids} says what to forget.
 *
 * @param about memories and turns that contain each of these words
 * @param contextId memories and turns of this context
 * @param kinds only these kinds
 * @param ids ids of memories, or of the objectives of turns
 * @param createdBefore only what was created earlier
 * @param dryRun whether nothing is forgotten and only the matches are told
 * @param count how many the dry run matched
 */
@Schema(name = "ForgetRequest", example = """
		{"about": "peanut allergy", "dryRun": true}""")
record ForgetRequest(
		@Nullable @Size(min = 1, max = 1000) @Schema(description = "What contains each of these words, in any order",
				example = "peanut allergy") String about,
		@Nullable @Schema(description = "What belongs to this context", pattern = ContextId.PATTERN) String contextId,
		@Nullable @Size(max = 10) List<@NotNull MemoryKind> kinds,
		@Nullable @Size(max = 1000) @Schema(
				description = "Ids of memories, or of objectives that are turns") List<@NotNull @Pattern(
						regexp = MEMORY_OR_TURN, message = "is the id of no memory and no objective") String> ids,
		@Nullable @Schema(description = "What was created earlier than this") Instant createdBefore,
		@Nullable @Schema(description = "Only tell what matches", defaultValue = "false") Boolean dryRun,
		@Nullable @Min(0) @Schema(description = "How many the dry run matched") Integer count) {

	private static final String MEMORY_OR_TURN = MemoryId.PATTERN + "|" + ObjectiveId.PATTERN;

}
