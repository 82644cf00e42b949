package dev.babyagi.planning;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.babyagi.plan.Conclusion;
import dev.babyagi.plan.Plan.Requirement;
import dev.babyagi.plan.Task;

/**
 * What a planner's reply says, before it is a plan.
 *
 * @param thought its reasoning
 * @param requirements what it says the objective asks
 * @param tasks its tasks; ids may still be wrong or double
 * @param conclusion its final, or {@code null} if it has none that can be read
 * @param truncated whether the reply broke off
 */
record Draft(@Nullable String thought, List<Requirement> requirements, List<Task> tasks,
		@Nullable Conclusion conclusion, boolean truncated) {

	/** A draft of tasks alone. */
	static Draft of(List<Task> tasks) {
		return new Draft(null, List.of(), tasks, null, false);
	}

	Draft withRequirements(List<Requirement> requirements) {
		return new Draft(this.thought, requirements, this.tasks, this.conclusion, this.truncated);
	}

	Draft withTasks(List<Task> tasks) {
		return new Draft(this.thought, this.requirements, tasks, this.conclusion, this.truncated);
	}

	Draft mapTasks(UnaryOperator<Task> change) {
		return withTasks(this.tasks.stream().map(change).toList());
	}

	Draft withConclusion(@Nullable Conclusion conclusion) {
		return new Draft(this.thought, this.requirements, this.tasks, conclusion, this.truncated);
	}

	/** The conclusion, once it is settled. */
	Conclusion settledConclusion() {
		return Optional.ofNullable(this.conclusion).orElseThrow();
	}

	/** The ids of the tasks that the answer is to be taken from, as far as it says so. */
	Set<String> answeringTasks() {
		return (this.conclusion != null) ? this.conclusion.tasks() : Set.of();
	}

	Set<String> ids() {
		return this.tasks.stream().map(Task::id).collect(Collectors.toUnmodifiableSet());
	}

}
