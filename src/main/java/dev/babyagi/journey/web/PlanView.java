package dev.babyagi.journey.web;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import dev.babyagi.plan.Origin;
import dev.babyagi.plan.Task;

/**
 * Describes a plan for the OpenAPI document. The response itself is the stored JSON.
 *
 * @param objectiveId the id of the objective
 * @param revision the number of the plan, 1 for the first
 * @param origin how the plan was made
 * @param thought the planner's reasoning
 * @param requirements what the objective asks
 * @param tasks the tasks
 * @param conclusion how the answer is made from the tasks; {@code final} in JSON
 * @param childFinals for each task that has children, how its artifact is made from
 * theirs
 */
@Schema(name = "Plan")
record PlanView(String objectiveId, @Schema(example = "1") int revision, Origin origin, @Nullable String thought,
		List<RequirementView> requirements, List<PlannedTask> tasks, @Schema(name = "final") ConclusionView conclusion,
		Map<String, ConclusionView> childFinals) {

	/**
	 * One thing that the objective asks.
	 *
	 * @param id unique within the plan
	 * @param text the requirement in words
	 */
	@Schema(name = "Requirement")
	record RequirementView(@Schema(example = "r1") String id, String text) {

	}

	/**
	 * How an answer is made from tasks.
	 *
	 * @param kind reference, template or synthesize
	 * @param value the reference, or the text with references
	 * @param instruction what a synthesized answer should be like
	 */
	@Schema(name = "Conclusion")
	record ConclusionView(@Schema(example = "reference") String kind,
			@Schema(example = "${t4.output}") @Nullable String value, @Nullable String instruction) {

	}

	/**
	 * One task of a plan.
	 *
	 * @param id unique within the objective
	 * @param title a few words
	 * @param instruction what to do
	 * @param assignment who does it: think, tool or plan
	 * @param tool the name of the tool, if one does it
	 * @param inputs the tool's inputs, with references to other tasks
	 * @param dependsOn the tasks it needs
	 * @param covers the requirements it serves
	 * @param parent the task it is a child of
	 * @param sideEffect whether it changes something outside
	 * @param expect the artifact it should produce
	 * @param success how its artifact is checked
	 * @param effort how much work its result is worth
	 * @param timeout the longest that one of its calls may take
	 */
	@Schema(name = "PlannedTask")
	record PlannedTask(@Schema(example = "t1") String id, String title, String instruction,
			@Schema(example = "think") String assignment, @Nullable String tool, @Nullable JsonNode inputs,
			List<String> dependsOn, List<String> covers, @Nullable String parent, boolean sideEffect,
			ExpectedView expect, CheckView success, Task.Effort effort,
			@Nullable @Schema(type = "string", format = "duration", example = "PT2M") Duration timeout) {

	}

	/**
	 * The artifact that a task should produce.
	 *
	 * @param type its type
	 * @param schema its JSON Schema
	 * @param unit its unit
	 * @param maxChars its greatest length in characters
	 */
	@Schema(name = "ExpectedArtifact")
	record ExpectedView(Task.Expect.Type type, @Nullable JsonNode schema, @Nullable String unit,
			@Nullable Integer maxChars) {

	}

	/**
	 * How an artifact is checked.
	 *
	 * @param kind the kind of check
	 * @param arg the expression, pattern, schema or range of the check
	 */
	@Schema(name = "ArtifactCheck")
	record CheckView(Task.Success.Kind kind, @Nullable JsonNode arg) {

	}

}
