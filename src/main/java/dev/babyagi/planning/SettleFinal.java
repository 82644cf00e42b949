package dev.babyagi.planning;

import java.util.List;

import dev.babyagi.plan.Conclusion;
import dev.babyagi.plan.Reference;
import dev.babyagi.plan.ReferenceSyntax;
import dev.babyagi.plan.References;

/**
 * Makes sure there is a way from the tasks to the answer. A text that is one reference is
 * a reference, with more text a template; a final that names no task, or none at all,
 * becomes that of the single task, else a synthesis.
 */
final class SettleFinal implements Fix {

	static final Conclusion SYNTHESIS = new Conclusion.Synthesize("Answer the objective from what the tasks found.");

	private static final Conclusion PARTS = new Conclusion.Synthesize(
			"Give what the task asks for, from what its parts found.");

	@Override
	public Draft mend(Draft draft, Terms terms, Findings findings) {
		return draft.withConclusion(settled(draft, terms));
	}

	private static Conclusion settled(Draft draft, Terms terms) {
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
		return terms.splits() ? PARTS : SYNTHESIS;
	}

	private static boolean isOneReference(String text) {
		return ReferenceSyntax.CANONICAL.matches(text);
	}

}
