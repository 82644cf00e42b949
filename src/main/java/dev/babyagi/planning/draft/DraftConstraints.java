package dev.babyagi.planning.draft;

import java.util.List;

import dev.babyagi.language.Meter.Budget;
import dev.babyagi.plan.Task;

/**
 * What a draft is measured by.
 *
 * @param objective the objective in its author's words; untrusted
 * @param remaining what is left of its budget
 * @param tools the tools that are permitted
 * @param goal what the tasks together are to reach; no task may be the same over again
 * @param kept the tasks that stay whatever is drafted: finished ones, which may be
 * referred to
 * @param minTasks the fewest tasks wanted
 * @param maxTasks the most tasks allowed
 * @param room how many tasks the objective may have besides those that it has already
 * @param mayNest whether the depth allows a task to be planned in its own turn
 * @param splits whether the tasks split a task, rather than plan the objective
 * @param round 0 for the first reply, 1 and 2 for repairs
 */
public record DraftConstraints(String objective, Budget remaining, PermittedTools tools, String goal, List<Task> kept,
		int minTasks, int maxTasks, int room, boolean mayNest, boolean splits, int round) {

	/** The number of tasks that is wanted, in words. */
	public String size() {
		return (this.minTasks >= this.maxTasks) ? this.maxTasks + " at most" : this.minTasks + " to " + this.maxTasks;
	}

	public boolean keeps(String taskId) {
		return this.kept.stream().anyMatch((task) -> task.id().equals(taskId));
	}

}
