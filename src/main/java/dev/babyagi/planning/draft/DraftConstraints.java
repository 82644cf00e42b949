package dev.babyagi.planning.draft;

import java.util.List;

import dev.babyagi.language.Meter.Budget;
import dev.babyagi.plan.Task;

/**
 * The constraints that a draft must keep.
 *
 * @param objective the objective in its author's words; untrusted
 * @param remaining what is left of its budget
 * @param tools the permitted tools
 * @param goal what all tasks together must achieve; no task may repeat it
 * @param kept the tasks that stay in any case; they are finished, and drafts may refer to
 * them
 * @param minTasks the fewest tasks wanted
 * @param maxTasks the most tasks allowed
 * @param room how many tasks the objective may have in addition to those that it has
 * @param mayNest whether the depth allows a task with its own plan
 * @param splits whether the tasks split a task, rather than plan the objective
 * @param recalls whether a task may search memory
 * @param round 0 for the first reply, 1 and 2 for repairs
 */
public record DraftConstraints(String objective, Budget remaining, PermittedTools tools, String goal, List<Task> kept,
		int minTasks, int maxTasks, int room, boolean mayNest, boolean splits, boolean recalls, int round) {

	/** Returns the number of tasks that is wanted, in words. */
	public String size() {
		return (this.minTasks >= this.maxTasks) ? this.maxTasks + " at most" : this.minTasks + " to " + this.maxTasks;
	}

	public boolean keeps(String taskId) {
		return this.kept.stream().anyMatch((task) -> task.id().equals(taskId));
	}

}
