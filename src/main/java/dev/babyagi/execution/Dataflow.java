package dev.babyagi.execution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.babyagi.plan.Task;

/**
 * Sorts ready tasks: those with the longest remaining path of dependents first, then by
 * position in the plan, so that the tasks that the most others wait for start first.
 */
final class Dataflow {

	private final Map<String, Integer> remaining = new HashMap<>();

	private final Map<String, List<String>> dependents = new HashMap<>();

	Dataflow(List<Task> tasks) {
		for (Task task : tasks) {
			task.dependsOn().forEach((id) -> dependents(id).add(task.id()));
			String parent = task.parent();
			if (parent != null) {
				dependents(task.id()).add(parent);
			}
		}
		tasks.forEach((task) -> remaining(task.id()));
	}

	Comparator<Task> order() {
		return Comparator.comparingInt((Task task) -> this.remaining.getOrDefault(task.id(), 0)).reversed();
	}

	private List<String> dependents(String id) {
		return this.dependents.computeIfAbsent(id, (key) -> new ArrayList<>());
	}

	private int remaining(String id) {
		Integer known = this.remaining.get(id);
		if (known != null) {
			return known;
		}
		this.remaining.put(id, 0);
		int longest = 0;
		for (String dependent : dependents(id)) {
			longest = Math.max(longest, 1 + remaining(dependent));
		}
		this.remaining.put(id, longest);
		return longest;
	}

}
