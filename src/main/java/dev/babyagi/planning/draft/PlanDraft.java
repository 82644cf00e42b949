package dev.babyagi.planning.draft;

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
public record PlanDraft(@Nullable String thought, List<Requirement> requirements, List<Task> tasks,
		@Nullable Conclusion conclusion, boolean truncated) {

	/** A draft of tasks alone. */
	public static PlanDraft of(List<Task> tasks) {
		return new PlanDraft(null, List.of(), tasks, null, false);
	}

	public PlanDraft withRequirements(List<Requirement> requirements) {
		return new PlanDraft(this.thought, requirements, this.tasks, this.conclusion, this.truncated);
	}

	public PlanDraft withTasks(List<Task> tasks) {
		return new PlanDraft(this.thought, this.requirements, tasks, this.conclusion, this.truncated);
	}

	public PlanDraft mapTasks(UnaryOperator<Task> change) {
		return withTasks(this.tasks.stream().map(change).toList());
	}

	public PlanDraft withConclusion(@Nullable Conclusion conclusion) {
		return new PlanDraft(this.thought, this.requirements, this.tasks, conclusion, this.truncated);
	}

	/** The conclusion, once it is settled. */
	public Conclusion settledConclusion() {
		return Optional.ofNullable(this.conclusion).orElseThrow();
	}

	/** The ids of the tasks that the answer is to be taken from, as far as it says so. */
	public Set<String> answeringTasks() {
		return (this.conclusion != null) ? this.conclusion.tasks() : Set.of();
	}

	public Set<String> ids() {
		return this.tasks.stream().map(Task::id).collect(Collectors.toUnmodifiableSet());
	}

}
