package dev.babyagi.execution;

import java.util.Map;

import dev.babyagi.language.Meter;
import dev.babyagi.language.ModelRequest;
import dev.babyagi.plan.Assignment;
import dev.babyagi.plan.Plan;
import dev.babyagi.plan.Task;
import dev.babyagi.tool.ToolPermission;

/**
 * Carries out tasks on the calling task thread, and checks what comes of them. It does no
 * JDBC, and whatever goes wrong is the end of an attempt, never an exception.
 */
public interface TaskPerformer {

	/**
	 * The request that carries out a think task on a rung of the ladder.
	 * @param objective the objective in its own words
	 * @param plan the plan the task is part of
	 * @param execution where its tasks stand
	 */
	ModelRequest request(String objective, Plan plan, Task task, LadderRung rung, Execution execution);

	/**
	 * Asks a model, and checks the answer.
	 * @param artifacts what the check may refer to, by task
	 * @param meter the meter of the objective
	 * @param reservation what was set aside for the call; it is settled here
	 */
	AttemptEnd think(Task task, Map<String, Artifact> artifacts, ModelRequest request, Meter meter,
			Meter.Reservation reservation);

	/**
	 * Uses a tool.
	 * @param artifacts what its inputs may refer to, by task
	 * @param permission the tools the objective may use
	 */
	AttemptEnd use(Task task, Assignment.UseTool assignment, Map<String, Artifact> artifacts,
			ToolPermission permission);

}
