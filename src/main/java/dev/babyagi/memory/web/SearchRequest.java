package dev.babyagi.memory.web;

import java.time.Instant;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import dev.babyagi.memory.MemoryKind;
import dev.babyagi.objective.ContextId;

/**
 * The body of {@code POST /v1/memories/search}.
 *
 * @param query the cue, in any words
 * @param kinds only these kinds
 * @param contextId memories of this context and of none; absent: of every context
 * @param from valid at or after this instant
 * @param to valid before this instant
 * @param limit the most hits
 * @param includeSuperseded whether superseded and expired memories are found too
 */
@Schema(name = "MemorySearch", example = """
		{"query": "which colour does the user like?", "limit": 5}""")
record SearchRequest(
		@NotBlank @Size(max = 4000) @Schema(description = "The cue, in any words",
				example = "which colour does the user like?") String query,
		@Nullable @Size(max = 10) List<@NotNull MemoryKind> kinds,
		@Nullable @Schema(description = "This context and what belongs to none; absent: every context",
				pattern = ContextId.PATTERN) String contextId,
		@Nullable @Schema(description = "Valid at or after this instant") Instant from,
		@Nullable @Schema(description = "Valid before this instant") Instant to,
		@Nullable @Min(1) @Max(100) @Schema(description = "The most hits", defaultValue = "10") Integer limit,
		@Nullable @Schema(description = "Whether superseded and expired memories are found too",
				defaultValue = "false") Boolean includeSuperseded) {

}
