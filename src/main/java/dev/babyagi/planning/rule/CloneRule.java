package dev.babyagi.planning.rule;

import dev.babyagi.planning.draft.DraftConstraints;
import dev.babyagi.planning.draft.NormalizedPhrase;
import dev.babyagi.planning.draft.PlanDraft;
import dev.babyagi.planning.draft.ValidationReport;

/**
 * No part of a task repeats that task, because then splitting would never end.
 */
public final class CloneRule implements PlanRule {

	@Override
	public void check(PlanDraft draft, DraftConstraints constraints, ValidationReport report) {
		if (!constraints.splits() || constraints.minTasks() == 1) {
			return;
		}
		draft.tasks()
			.stream()
			.filter((task) -> task.dependsOn().isEmpty()
					&& NormalizedPhrase.same(task.instruction(), constraints.goal()))
			.forEach((task) -> report.fault(task.id(), "instruction", "repeats the task that is to be split"));
	}

}
