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
 * Replaces the plan of a single task by a direct answer where it cannot help: below the
 * limit of depth, without room for children, or if the task only repeats the goal.
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
		report.warn(task.id() + ": it is answered, not planned, " + (clone ? "because it repeats the goal"
				: "because the limit of depth or of tasks leaves no room for a plan of its own"));
		return task.withAssignment(new Assignment.Think());
	}

}
