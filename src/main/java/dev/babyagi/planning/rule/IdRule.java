package dev.babyagi.planning.rule;

import java.util.HashSet;
import java.util.Set;

import dev.babyagi.plan.Task;
import dev.babyagi.plan.TaskId;
import dev.babyagi.planning.draft.DraftConstraints;
import dev.babyagi.planning.draft.PlanDraft;
import dev.babyagi.planning.draft.TaskReader;
import dev.babyagi.planning.draft.ValidationReport;

/**
 * V3: ids are unique and well formed.
 */
public final class IdRule implements PlanRule {

	@Override
	public void check(PlanDraft draft, DraftConstraints constraints, ValidationReport report) {
		Set<String> seen = new HashSet<>();
		for (Task task : draft.tasks()) {
			if (!seen.add(task.id())) {
				report.fault(task.id(), "id", "is used twice; each task needs an id of its own");
			}
			boolean wellFormed = TaskId.isWellFormed(task.id())
					&& (constraints.splits() || TaskId.depth(task.id()) == 0);
			if (!wellFormed && TaskReader.isNamed(task.id())) {
				report.fault(task.id(), "id", "must be t1, t2, t3 and so on");
			}
		}
	}

}
