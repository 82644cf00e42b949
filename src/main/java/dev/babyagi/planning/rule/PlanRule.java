package dev.babyagi.planning.rule;

import dev.babyagi.planning.draft.DraftConstraints;
import dev.babyagi.planning.draft.PlanDraft;
import dev.babyagi.planning.draft.ValidationReport;

/**
 * One rule that a valid plan keeps.
 */
@FunctionalInterface
public interface PlanRule {

	/** Adds every violation to the report, not only the first. */
	void check(PlanDraft draft, DraftConstraints constraints, ValidationReport report);

}
