package dev.babyagi.planning.fix;

import dev.babyagi.planning.draft.DraftConstraints;
import dev.babyagi.planning.draft.PlanDraft;
import dev.babyagi.planning.draft.ValidationReport;

/**
 * Corrects one kind of mistake in a draft, always in the same way and without a model.
 */
@FunctionalInterface
public interface PlanFix {

	/**
	 * Returns the corrected draft and adds warnings about the corrections to the report.
	 */
	PlanDraft mend(PlanDraft draft, DraftConstraints constraints, ValidationReport report);

}
