package dev.babyagi.journey.web;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import dev.babyagi.objective.ContextId;
import dev.babyagi.objective.ObjectiveId;
import dev.babyagi.objective.OnBusy;
import dev.babyagi.planning.PlanningMode;

/**
 * The body of {@code POST /v1/objectives}.
 *
 * @param objective what is wanted, in the client's words
 * @param contextId the conversation it belongs to; absent: a new one is made
 * @param onBusy what is done if another objective of that conversation has not ended
 * @param references the ids of earlier objectives that it may read
 * @param memory what it does with memory
 * @param learning what it has to do with learning
 * @param outputSchema the JSON Schema of the answer; absent: the answer is text
 * @param planning whether it is planned
 * @param limits what may be spent
 * @param parallelism tasks that may run at once
 * @param priority how urgent it is, 0 to 9
 * @param tools the tools allowed by name; absent: every pure tool
 * @param metadata names and values of the client's own
 */
@Schema(name = "ObjectiveRequest", example = """
		{"objective": "What is (3 + 5) * 2 - 4 / 8?"}""")
record ObjectiveRequest(
		@NotBlank @Size(max = 20_000) @Schema(description = "What is wanted, in your own words",
				example = "What is (3 + 5) * 2 - 4 / 8?") String objective,
		@Nullable @Schema(description = "The conversation it belongs to; absent: a new one is made and returned",
				pattern = ContextId.PATTERN) String contextId,
		@Nullable @Schema(
				description = "If another objective of the contextId has not ended; enqueue: it waits for it; "
						+ "interrupt: the other is canceled; reject: 409",
				defaultValue = "enqueue") OnBusy onBusy,
		@Nullable @Size(max = 20) @Schema(
				description = "Earlier objectives whose text and answer it may read") List<@NotNull @Pattern(
						regexp = ObjectiveId.PATTERN, message = "is not an id of an objective") String> references,
		@Nullable @Valid MemoryUseRequest memory, @Nullable @Valid LearningUseRequest learning,
		@Nullable @Schema(description = "JSON Schema of the answer; absent: the answer is text",
				types = "object") JsonNode outputSchema,
		@Nullable @Schema(description = "auto: decided by rules; direct: one call; plan: always planned",
				defaultValue = "auto") PlanningMode planning,
		@Nullable @Valid LimitsRequest limits,
		@Nullable @Min(1) @Schema(description = "Tasks that may run at once") Integer parallelism,
		@Nullable @Min(0) @Max(9) @Schema(
				description = "How urgent it is while it waits, 9 most; a step is worth a minute of waiting",
				defaultValue = "5") Integer priority,
		@Nullable @Size(max = 100) @Schema(
				description = "Tools allowed by name; absent: every tool labelled pure; []: none") List<@NotBlank @Size(
						min = 1, max = 64) String> tools,
		@Nullable @Size(max = 32) @Schema(description = "Names and values of your own") Map<@Pattern(
				regexp = "[A-Za-z0-9_.-]{1,64}",
				message = "must be 1 to 64 letters, digits, dots, dashes or underscores") String, @NotNull @Size(
						max = 1000) String> metadata) {

	/** What Java takes for a duration, beside the form that {@code duration} states. */
	private static final String DURATION = "^P([0-9]{1,4}D|([0-9]{1,4}D)?T([0-9]{1,6}H|([0-9]{1,6}H)?[0-9]{1,8}M"
			+ "|([0-9]{1,6}H)?([0-9]{1,8}M)?[0-9]{1,9}([.][0-9]{1,9})?S))$";

	ObjectiveRequest {
		outputSchema = (outputSchema != null && outputSchema.isNull()) ? null : outputSchema;
	}

	/**
	 * What the objective does with memory.
	 *
	 * @param read whether earlier rounds and memories are shown to it
	 * @param write whether it is remembered
	 */
	@Schema(name = "MemoryUseRequest")
	record MemoryUseRequest(
			@Nullable @Schema(description = "Earlier rounds of the contextId and memories are shown to it",
					defaultValue = "true") Boolean read,
			@Nullable @Schema(description = "It is remembered", defaultValue = "true") Boolean write) {

	}

	/**
	 * What the objective has to do with learning.
	 *
	 * @param use whether its prompts may hold lessons
	 * @param teach whether feedback on it may give rise to lessons
	 */
	@Schema(name = "LearningUseRequest")
	record LearningUseRequest(
			@Nullable @Schema(description = "Its prompts may hold a lesson", defaultValue = "true") Boolean use,
			@Nullable @Schema(description = "Feedback on it may give rise to lessons",
					defaultValue = "true") Boolean teach) {

	}

	/**
	 * The limits a client may set.
	 *
	 * @param maxCostUsd US dollars
	 * @param maxTokens tokens in and out together
	 * @param maxModelCalls requests to model endpoints
	 * @param maxTasks tasks, children included
	 * @param maxReplans revisions that replace the unfinished suffix
	 * @param maxDuration from the first claim on
	 * @param deadline an instant at which it ends in any case
	 */
	@Schema(name = "LimitsRequest")
	record LimitsRequest(@Nullable @PositiveOrZero BigDecimal maxCostUsd, @Nullable @Min(1) Long maxTokens,
			@Nullable @Min(1) Integer maxModelCalls, @Nullable @Min(1) Integer maxTasks,
			@Nullable @PositiveOrZero Integer maxReplans,
			@Nullable @Schema(type = "string", format = "duration", example = "PT15M",
					pattern = DURATION) Duration maxDuration,
			@Nullable @Schema(description = "An instant at which it ends in any case") Instant deadline) {

	}

}
