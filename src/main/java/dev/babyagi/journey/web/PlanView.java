package dev.babyagi.journey.web;

import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import dev.babyagi.plan.Origin;

/**
 * The shape of a plan, for the description of the API: what is stored is shown as it is.
 *
 * @param objectiveId of which objective
 * @param revision its number
 * @param origin the way it came about
 * @param thought the planner's reasoning
 * @param requirements what the objective asks
 * @param tasks the tasks
 * @param conclusion how the answer comes out of them; called {@code final}
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
	 * @param assignment who does it
	 * @param tool the tool, if one does it
	 * @param inputs its inputs
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
