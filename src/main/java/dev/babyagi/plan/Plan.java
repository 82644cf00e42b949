package dev.babyagi.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * How an objective is to be reached: an immutable, numbered revision of tasks and their
 * dependencies, without cycles.
 *
 * @param revision 1 for the first
 * @param origin the way it came about
 * @param thought the planner's reasoning, or {@code null}
 * @param requirements what the objective asks
 * @param tasks the tasks, in the order they were planned
 * @param conclusion how the answer comes out of them
 * @param childConclusions for each task that has children, how its artifact comes out of
 * them; a synthesis reads the children alone
 */
public record Plan(int revision, Origin origin, @Nullable String thought, List<Requirement> requirements,
		List<Task> tasks, Conclusion conclusion, Map<String, Conclusion> childConclusions) {

	public Plan {
		requirements = List.copyOf(requirements);
		tasks = List.copyOf(tasks);
		childConclusions = Collections.unmodifiableMap(new LinkedHashMap<>(childConclusions));
	}

	/**
	 * A plan in which no task has children.
	 */
	public Plan(int revision, Origin origin, @Nullable String thought, List<Requirement> requirements, List<Task> tasks,
			Conclusion conclusion) {
		this(revision, origin, thought, requirements, tasks, conclusion, Map.of());
	}

	public Optional<Task> find(String taskId) {
		return this.tasks.stream().filter((task) -> task.id().equals(taskId)).findFirst();
	}

	/**
	 * The task with the given id.
	 * @throws IllegalArgumentException if the plan has none
	 */
	public Task task(String taskId) {
		return find(taskId).orElseThrow(
				() -> new IllegalArgumentException("Plan revision " + this.revision + " has no task '" + taskId + "'"));
	}

	/** The children of a task, in the order they were planned. */
	public List<Task> children(String taskId) {
		return this.tasks.stream().filter((task) -> taskId.equals(task.parent())).toList();
	}

	/**
	 * Something the objective asks.
	 *
	 * @param id {@code r1}, ...
	 * @param text the requirement in words
	 */
	public record Requirement(String id, String text) {

	}

}
