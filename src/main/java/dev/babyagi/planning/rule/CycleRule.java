package dev.babyagi.planning.rule;

import java.util.List;

import dev.babyagi.plan.Topology;
import dev.babyagi.planning.draft.DraftConstraints;
import dev.babyagi.planning.draft.PlanDraft;
import dev.babyagi.planning.draft.ValidationReport;

/**
 * V5: there are no cycles. The fault names the cycle that was found.
 */
public final class CycleRule implements PlanRule {

	@Override
	public void check(PlanDraft draft, DraftConstraints constraints, ValidationReport report) {
		List<String> cycle = new Topology(draft.tasks()).cycle();
		if (cycle.size() > 2) {
			report.fault(cycle.getFirst(), "dependsOn", "is a cycle: " + String.join(" -> ", cycle));
		}
	}

}
