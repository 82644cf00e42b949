package dev.babyagi.planning.rule;

import java.util.Set;

import dev.babyagi.plan.Task;
import dev.babyagi.planning.draft.DraftConstraints;
import dev.babyagi.planning.draft.PlanDraft;
import dev.babyagi.planning.draft.ValidationReport;

/**
 * V4: every task that is referred to or depended on exists and is not the task itself.
 */
public final class LinkRule implements PlanRule {

	@Override
	public void check(PlanDraft draft, DraftConstraints constraints, ValidationReport report) {
		Set<String> ids = draft.ids();
		for (Task task : draft.tasks()) {
			task.dependsOn().forEach((id) -> check(task, "dependsOn", id, ids, constraints, report));
			Set<String> dependsOn = Set.copyOf(task.dependsOn());
			task.references()
				.stream()
				.filter((id) -> !dependsOn.contains(id))
				.forEach((id) -> check(task, "references", id, ids, constraints, report));
		}
		for (String id : draft.answeringTasks()) {
			if (!ids.contains(id) && !constraints.keeps(id)) {
				report.fault(null, "final", "refers to " + id + ", which is no task of the plan");
			}
		}
	}

	private static void check(Task task, String field, String id, Set<String> ids, DraftConstraints constraints,
			ValidationReport report) {
		if (id.equals(task.id())) {
			report.fault(task.id(), field, "names the task itself");
		}
		else if (!ids.contains(id) && !constraints.keeps(id)) {
			report.fault(task.id(), field, "names " + id + ", which is no task of the plan");
		}
	}

}
