package dev.babyagi.planning;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.babyagi.plan.Plan;
import dev.babyagi.plan.Task;

/**
 * Selects the finished tasks of a plan with their outputs, in the order of the plan.
 */
final class FinishedTasks {

	private FinishedTasks() {
	}

	/** Returns the outputs of tasks that are in the plan. */
	static Map<String, String> ofPlan(Plan plan, Map<String, String> outputs) {
		Map<String, String> finished = new LinkedHashMap<>();
		for (Task task : plan.tasks()) {
			String output = outputs.get(task.id());
			if (output != null) {
				finished.put(task.id(), output);
			}
		}
		return finished;
	}

	static List<Task> tasks(Plan plan, Map<String, String> finished) {
		return plan.tasks().stream().filter((task) -> finished.containsKey(task.id())).toList();
	}

	/** Returns title and output of each, as the planner reads them. */
	static Map<String, String> titled(Plan plan, Map<String, String> finished) {
		Map<String, String> titled = new LinkedHashMap<>();
		finished.forEach((id, output) -> titled.put(id, plan.task(id).title() + "\nOutput: " + output));
		return titled;
	}

}
