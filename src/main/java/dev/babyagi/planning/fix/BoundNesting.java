package dev.babyagi.planning.fix;

import java.util.ArrayList;
import java.util.List;

import dev.babyagi.plan.Assignment;
import dev.babyagi.plan.Task;
import dev.babyagi.planning.draft.DraftConstraints;
import dev.babyagi.planning.draft.NormalizedPhrase;
import dev.babyagi.planning.draft.PlanDraft;
import dev.babyagi.planning.draft.ValidationReport;

/**
 * Lets a task be planned in its own turn only where that leads somewhere: not below the
 * limit of depth, not without room for a child of each, and not if it is the goal over
 * again.
 */
public final class BoundNesting implements PlanFix {

	@Override
	public PlanDraft mend(PlanDraft draft, DraftConstraints constraints, ValidationReport report) {
		int room = constraints.room() - draft.tasks().size();
		List<Task> mended = new ArrayList<>();
		for (Task task : draft.tasks()) {
			Task bound = mend(task, constraints, report, room > 0);
			room -= (bound.assignment() instanceof Assignment.SubPlan) ? 1 : 0;
			mended.add(bound);
		}
		return draft.withTasks(mended);
	}

	private static Task mend(Task task, DraftConstraints constraints, ValidationReport report, boolean room) {
		if (!(task.assignment() instanceof Assignment.SubPlan)) {
			return task;
		}
		boolean clone = NormalizedPhrase.same(task.instruction(), constraints.goal())
				|| NormalizedPhrase.same(task.instruction(), constraints.objective());
		if (constraints.mayNest() && room && !clone) {
			return task;
		}
		report.warn(task.id() + ": it is answered, not planned, " + (clone ? "since it is the goal over again"
				: "since the limit of depth or of tasks leaves no room for a plan of its own"));
		return task.withAssignment(new Assignment.Think());
	}

}
