package dev.babyagi.execution;

import java.util.Map;

import dev.babyagi.language.Meter;
import dev.babyagi.language.ModelRequest;
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
	 * @param plan the plan the task is part of
	 * @param execution the execution of that plan
	 */
	ModelRequest request(String objective, Plan plan, Task task, LadderRung rung, Execution execution);

	/**
	 * Sends a request to a model and checks the answer.
	 * @param artifacts the artifacts that the check may refer to, by task id
	 * @param meter the meter of the objective
	 * @param reservation what is reserved for the call; this method settles it
	 */
	AttemptEnd think(Task task, Map<String, Artifact> artifacts, ModelRequest request, Meter meter,
			Meter.Reservation reservation);

	/**
	 * Uses a tool.
	 * @param artifacts the artifacts that its inputs may refer to, by task id
	 * @param permission the tools the objective may use
	 */
	AttemptEnd use(Task task, Assignment.UseTool assignment, Map<String, Artifact> artifacts,
			ToolPermission permission);

}
