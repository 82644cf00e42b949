package dev.babyagi.planning;

import java.util.List;

/**
 * What a draft is measured by.
 *
 * @param commission the commission
 * @param tools the tools it permits
 * @param goal what the tasks together are to reach; no task may be the same over again
 * @param kept the tasks that stay whatever is drafted: finished ones, which may be
 * referred to
 * @param minTasks the fewest tasks wanted
 * @param maxTasks the most tasks allowed
 * @param taken how many tasks the objective has besides those of the draft
 * @param mayNest whether the depth allows a task to be planned in its own turn
 * @param splits whether the tasks split a task, rather than plan the objective
 * @param round 0 for the first reply, 1 and 2 for repairs
 */
record Terms(Commission commission, Toolbox tools, String goal, List<Task> kept, int minTasks, int maxTasks, int taken,
		boolean mayNest, boolean splits, int round) {

	boolean keeps(String taskId) {
		return this.kept.stream().anyMatch((task) -> task.id().equals(taskId));
	}

}
