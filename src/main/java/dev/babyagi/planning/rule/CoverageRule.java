package dev.babyagi.planning.rule;

import java.util.HashSet;
import java.util.Set;

import dev.babyagi.planning.draft.DraftConstraints;
import dev.babyagi.planning.draft.PlanDraft;
import dev.babyagi.planning.draft.ValidationReport;

/**
 * V9: every requirement is covered by a task. The rule does not apply to a plan whose
 * tasks do not say what they cover.
 */
public final class CoverageRule implements PlanRule {

	@Override
	public void check(PlanDraft draft, DraftConstraints constraints, ValidationReport report) {
		Set<String> covered = new HashSet<>();
		draft.tasks().forEach((task) -> covered.addAll(task.covers()));
		if (covered.isEmpty()) {
			return;
		}
		constraints.kept().forEach((task) -> covered.addAll(task.covers()));
		draft.requirements()
			.stream()
			.filter((requirement) -> !covered.contains(requirement.id()))
			.forEach((requirement) -> report.fault(null, "requirements", "requirement " + requirement.id()
					+ " is covered by no task that leads to the answer; add a task, or name it in covers"));
	}

}
