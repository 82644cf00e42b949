package dev.babyagi.planning.fix;

import java.util.List;

import dev.babyagi.plan.Conclusion;
import dev.babyagi.plan.Task;
import dev.babyagi.planning.draft.DraftConstraints;
import dev.babyagi.planning.draft.DraftConstraintsFixtures;
import dev.babyagi.planning.draft.PlanDraft;
import dev.babyagi.planning.draft.ValidationReport;

/**
 * One fix at work on drafts.
 */
final class Mending {

	private final ValidationReport report = new ValidationReport();

	private final PlanFix fix;

	private final DraftConstraints constraints;

	private Mending(PlanFix fix, DraftConstraints constraints) {
		this.fix = fix;
		this.constraints = constraints;
	}

	static Mending with(PlanFix fix, DraftConstraints constraints) {
		return new Mending(fix, constraints);
	}

	static Mending with(PlanFix fix) {
		return new Mending(fix, DraftConstraintsFixtures.planning("Do it"));
	}

	/** A draft of tasks whose answer is a text. */
	static PlanDraft draft(String template, Task... tasks) {
		return PlanDraft.of(List.of(tasks)).withConclusion(new Conclusion.Template(template));
	}

	PlanDraft mend(PlanDraft draft) {
		return this.fix.mend(draft, this.constraints, this.report);
	}

	List<Task> mend(Task... tasks) {
		return mend(PlanDraft.of(List.of(tasks))).tasks();
	}

	/** What was said of it; a fix finds no faults. */
	List<String> warnings() {
		if (!this.report.faults().isEmpty()) {
			throw new IllegalStateException("A fix reported " + this.report.faults());
		}
		return this.report.warnings();
	}

}
