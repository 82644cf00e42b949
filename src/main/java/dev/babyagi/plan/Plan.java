package dev.babyagi.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * A plan for an objective: an immutable, numbered revision of tasks and their
 * dependencies, without cycles.
 *
 * @param revision its number; 1 for the first
 * @param origin how it was made
 * @param thought the planner's reasoning, or {@code null}
 * @param requirements what the objective asks
 * @param tasks the tasks, in the order they were planned
 * @param conclusion how the answer is made from them
 * @param childConclusions for each task that has children, how its artifact is made from
 * theirs; a synthesis reads the children only
 */
public record Plan(int revision, Origin origin, @Nullable String thought, List<Requirement> requirements,
		List<Task> tasks, Conclusion conclusion, Map<String, Conclusion> childConclusions) {

	public Plan {
		requirements = List.copyOf(requirements);
		tasks = List.copyOf(tasks);
		childConclusions = Collections.unmodifiableMap(new LinkedHashMap<>(childConclusions));
	}

	/**
	 * Creates a plan in which no task has children.
	 */
	public Plan(int revision, Origin origin, @Nullable String thought, List<Requirement> requirements, List<Task> tasks,
			Conclusion conclusion) {
		this(revision, origin, thought, requirements, tasks, conclusion, Map.of());
	}

	/** Returns the same plan, made in another way. */
	public Plan withOrigin(Origin other) {
		return new Plan(this.revision, other, this.thought, this.requirements, this.tasks, this.conclusion,
				this.childConclusions);
	}

	public Optional<Task> find(String taskId) {
		return this.tasks.stream().filter((task) -> task.id().equals(taskId)).findFirst();
	}

	/**
	 * Returns the task with the given id.
	 * @throws IllegalArgumentException if the plan has none
	 */
	public Task task(String taskId) {
		return find(taskId).orElseThrow(
				() -> new IllegalArgumentException("Plan revision " + this.revision + " has no task '" + taskId + "'"));
	}

	/** Returns the children of a task, in the order they were planned. */
	public List<Task> children(String taskId) {
		return this.tasks.stream().filter((task) -> taskId.equals(task.parent())).toList();
	}

	/** Returns the tasks that the answer is made from. */
	public List<Task> answerTasks() {
		return this.tasks.stream()
			.filter((task) -> (this.conclusion instanceof Conclusion.Synthesize) ? task.parent() == null
					: this.conclusion.tasks().contains(task.id()))
			.toList();
	}

	/**
	 * A requirement of the objective.
	 *
	 * @param id {@code r1}, {@code r2} and so on
	 * @param text the requirement in words
	 */
	public record Requirement(String id, String text) {

	}

}
