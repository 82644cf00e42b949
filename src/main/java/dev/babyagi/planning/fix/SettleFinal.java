package dev.babyagi.planning.fix;

import java.util.List;

import dev.babyagi.plan.Conclusion;
import dev.babyagi.plan.Reference;
import dev.babyagi.plan.ReferenceSyntax;
import dev.babyagi.plan.References;
import dev.babyagi.planning.draft.DraftConstraints;
import dev.babyagi.planning.draft.PlanDraft;
import dev.babyagi.planning.draft.ValidationReport;

/**
 * Makes sure that the draft says how the tasks lead to the answer. A text that is one
 * reference becomes a reference, and a longer text becomes a template. If the final names
 * no task or is missing, the single task becomes the answer, or a synthesis of several
 * tasks.
 */
public final class SettleFinal implements PlanFix {

	public static final Conclusion SYNTHESIS = new Conclusion.Synthesize(
			"Answer the objective from what the tasks found.");

	private static final Conclusion PARTS = new Conclusion.Synthesize(
			"Give what the task asks for, from what its parts found.");

	@Override
	public PlanDraft mend(PlanDraft draft, DraftConstraints constraints, ValidationReport report) {
		return draft.withConclusion(settled(draft, constraints));
	}

	private static Conclusion settled(PlanDraft draft, DraftConstraints constraints) {
		Conclusion written = draft.conclusion();
		if (written instanceof Conclusion.Synthesize) {
			return written;
		}
		if (written instanceof Conclusion.Template(String value) && !References.tasksIn(value).isEmpty()) {
			String text = value.strip();
			return isOneReference(text) ? new Conclusion.Reference(text) : written;
		}
		if (draft.tasks().size() == 1 && !draft.truncated()) {
			return new Conclusion.Reference(new Reference(draft.tasks().getFirst().id(), List.of()).text());
		}
		return constraints.splits() ? PARTS : SYNTHESIS;
	}

	private static boolean isOneReference(String text) {
		return ReferenceSyntax.CANONICAL.matches(text);
	}

}
