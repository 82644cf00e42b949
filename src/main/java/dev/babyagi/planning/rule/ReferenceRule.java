package dev.babyagi.planning.rule;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.babyagi.plan.Conclusion;
import dev.babyagi.plan.References;
import dev.babyagi.plan.Task;
import dev.babyagi.planning.draft.DraftConstraints;
import dev.babyagi.planning.draft.PlanDraft;
import dev.babyagi.planning.draft.ValidationReport;

/**
 * Every reference can be read. A text that resembles one, such as
 * <code>${t1.output | upper}</code>, would reach a model or a tool as it is. What the
 * objective itself contains is no reference.
 */
public final class ReferenceRule implements PlanRule {

	@Override
	public void check(PlanDraft draft, DraftConstraints constraints, ValidationReport report) {
		for (Task task : draft.tasks()) {
			check(task.id(), "references", task.unreadReferences(), constraints, report);
		}
		if (draft.conclusion() instanceof Conclusion.Template(String value)) {
			check(null, "final", References.unreadIn(value), constraints, report);
		}
	}

	private static void check(@Nullable String taskId, String field, Set<String> unread, DraftConstraints constraints,
			ValidationReport report) {
		unread.stream()
			.filter((text) -> !constraints.objective().contains(text))
			.forEach((text) -> report.fault(taskId, field,
					text + " is no reference that can be read; write ${t1.output} for the output of t1"));
	}

}
