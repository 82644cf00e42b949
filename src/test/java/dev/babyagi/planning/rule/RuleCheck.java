package dev.babyagi.planning.rule;

import java.util.List;

import dev.babyagi.plan.Task;
import dev.babyagi.planning.draft.DraftConstraints;
import dev.babyagi.planning.draft.DraftConstraintsFixtures;
import dev.babyagi.planning.draft.PlanDraft;
import dev.babyagi.planning.draft.PlanFault;
import dev.babyagi.planning.draft.ValidationReport;

/**
 * What one rule says of a draft.
 *
 * @param faults its faults, each in one line
 * @param warnings its warnings
 */
record RuleCheck(List<String> faults, List<String> warnings) {

	static RuleCheck of(PlanRule rule, DraftConstraints constraints, PlanDraft draft) {
		ValidationReport report = new ValidationReport();
		rule.check(draft, constraints, report);
		return new RuleCheck(report.faults().stream().map(PlanFault::line).toList(), report.warnings());
	}

	static RuleCheck of(PlanRule rule, DraftConstraints constraints, Task... tasks) {
		return of(rule, constraints, PlanDraft.of(List.of(tasks)));
	}

	static RuleCheck of(PlanRule rule, Task... tasks) {
		return of(rule, DraftConstraintsFixtures.planning("Do it"), tasks);
	}

	boolean isClean() {
		return this.faults.isEmpty() && this.warnings.isEmpty();
	}

}
