package dev.babyagi.planning;

import java.util.ArrayList;
import java.util.List;

import dev.babyagi.plan.Assignment;
import dev.babyagi.plan.Task;

/**
 * Lets a task be planned in its own turn only where that leads somewhere: not below the
 * limit of depth, not without room for a child of each, and not if it is the goal over
 * again.
 */
final class BoundNesting implements Fix {

	@Override
	public Draft mend(Draft draft, Terms terms, Findings findings) {
		int room = terms.room() - draft.tasks().size();
		List<Task> mended = new ArrayList<>();
		for (Task task : draft.tasks()) {
			Task bound = mend(task, terms, findings, room > 0);
			room -= (bound.assignment() instanceof Assignment.SubPlan) ? 1 : 0;
			mended.add(bound);
		}
		return draft.withTasks(mended);
	}

	private static Task mend(Task task, Terms terms, Findings findings, boolean room) {
		if (!(task.assignment() instanceof Assignment.SubPlan)) {
			return task;
		}
		boolean clone = Phrase.same(task.instruction(), terms.goal())
				|| Phrase.same(task.instruction(), terms.objective());
		if (terms.mayNest() && room && !clone) {
			return task;
		}
		findings.warn(task.id() + ": it is answered, not planned, " + (clone ? "since it is the goal over again"
				: "since the limit of depth or of tasks leaves no room for a plan of its own"));
		return task.withAssignment(new Assignment.Think());
	}

}
