package dev.babyagi.planning.fix;

import dev.babyagi.planning.draft.DraftConstraints;
import dev.babyagi.planning.draft.PlanDraft;
import dev.babyagi.planning.draft.ValidationReport;

/**
 * Mends one kind of slip in a draft, the same way each time and without a model.
 */
@FunctionalInterface
public interface PlanFix {

	/** The draft mended; what a reader should know of it is added to the report. */
	PlanDraft mend(PlanDraft draft, DraftConstraints constraints, ValidationReport report);

}
