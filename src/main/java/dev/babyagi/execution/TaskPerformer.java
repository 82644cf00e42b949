package dev.babyagi.execution;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.babyagi.language.Meter;
import dev.babyagi.language.ModelRequest;
import dev.babyagi.objective.ContextId;
import dev.babyagi.plan.Assignment;
import dev.babyagi.plan.Plan;
import dev.babyagi.plan.Task;
import dev.babyagi.tool.ToolPermission;

/**
 * Carries out tasks on the calling task thread and checks what they produce. It does no
 * JDBC, and it reports every failure as the end of an attempt, never as an exception.
 */
public interface TaskPerformer {

	/**
	 * Makes the model request for a think task on a rung of the ladder.
	 * @param objective the objective in its own words
	 * @param background what was said and remembered before, as one section of the
	 * prompt, or an empty text
	 * @param plan the plan the task is part of
	 * @param execution the execution of that plan
	 */
	ModelRequest request(String objective, String background, Plan plan, Task task, LadderRung rung,
			Execution execution);

	/**
	 * Sends a request to a model and checks the answer.
	 * @param artifacts the artifacts that the check may refer to, by task id
	 * @param meter the meter of the objective
	 * @param reservation what is reserved for the call; this method settles it
	 */
	AttemptEnd think(Task task, Map<String, Artifact> artifacts, ModelRequest request, Meter meter,
			Meter.Reservation reservation);

	/**
	 * Reads and checks a reply to the request for a think task.
	 * @param artifacts the artifacts that the check may refer to, by task id
	 */
	CheckedAnswer check(Task task, Map<String, Artifact> artifacts, String reply);

	/**
	 * Searches memory for what the instruction of a task says.
	 * @param contextId the context of the objective, or {@code null} if the client named
	 * none
	 * @param artifacts the artifacts that the instruction may refer to, by task id
	 */
	AttemptEnd recall(Task task, String tenant, @Nullable ContextId contextId, Map<String, Artifact> artifacts);

	/**
	 * Uses a tool.
	 * @param artifacts the artifacts that its inputs may refer to, by task id
	 * @param permission the tools the objective may use
	 */
	AttemptEnd use(Task task, Assignment.UseTool assignment, Map<String, Artifact> artifacts,
			ToolPermission permission);

}
