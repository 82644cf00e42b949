package dev.babyagi.planning.rule;

import dev.babyagi.planning.draft.DraftConstraints;
import dev.babyagi.planning.draft.PlanDraft;
import dev.babyagi.planning.draft.ValidationReport;

/**
 * V2: there are no more tasks than allowed, and no fewer than wanted.
 */
public final class SizeRule implements PlanRule {

	@Override
	public void check(PlanDraft draft, DraftConstraints constraints, ValidationReport report) {
		int size = draft.tasks().size();
		if (size < constraints.minTasks() || size > constraints.maxTasks()) {
			report.fault(null, "tasks", "must be %s, but there are %d".formatted(constraints.size(), size));
		}
	}

}
