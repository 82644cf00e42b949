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
 * A planner's reply before it is a plan.
 *
 * @param thought its reasoning
 * @param requirements what the objective asks according to the reply
 * @param tasks its tasks; ids may still be malformed or used twice
 * @param conclusion its {@code final}, or {@code null} if it has none that can be read
 * @param truncated whether the reply broke off
 */
public record PlanDraft(@Nullable String thought, List<Requirement> requirements, List<Task> tasks,
		@Nullable Conclusion conclusion, boolean truncated) {

	/** Creates a draft that has only tasks. */
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

	/** Returns the conclusion; call it only after the conclusion is settled. */
	public Conclusion settledConclusion() {
		return Optional.ofNullable(this.conclusion).orElseThrow();
	}

	/**
	 * Returns the ids of the tasks that the answer is taken from, as far as the draft
	 * says so.
	 */
	public Set<String> answeringTasks() {
		return (this.conclusion != null) ? this.conclusion.tasks() : Set.of();
	}

	public Set<String> ids() {
		return this.tasks.stream().map(Task::id).collect(Collectors.toUnmodifiableSet());
	}

}
