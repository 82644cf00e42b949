package dev.babyagi.journey.web;

import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import dev.babyagi.plan.Origin;

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
 */
@Schema(name = "Plan")
record PlanView(String objectiveId, @Schema(example = "1") int revision, Origin origin, @Nullable String thought,
		List<Object> requirements, List<PlannedTask> tasks, @Schema(name = "final") Object conclusion) {

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
	 */
	@Schema(name = "PlannedTask")
	record PlannedTask(@Schema(example = "t1") String id, String title, String instruction,
			@Schema(example = "think") String assignment, @Nullable String tool, @Nullable Object inputs,
			List<String> dependsOn, List<String> covers, @Nullable String parent, boolean sideEffect) {

	}

}
