package dev.babyagi.planning;

/**
 * Lets a task be planned in its own turn only where that leads somewhere: not below the
 * limit of depth, and not if it is the goal over again.
 */
final class BoundNesting implements Fix {

	@Override
	public Draft mend(Draft draft, Terms terms, Findings findings) {
		return draft.mapTasks((task) -> mend(task, terms, findings));
	}

	private static Task mend(Task task, Terms terms, Findings findings) {
		if (!(task.assignment() instanceof Assignment.SubPlan)) {
			return task;
		}
		boolean clone = Phrase.same(task.instruction(), terms.goal())
				|| Phrase.same(task.instruction(), terms.commission().objective());
		if (terms.mayNest() && !clone) {
			return task;
		}
		findings.warn(task.id() + ": it is answered, not planned, " + (clone ? "since it is the goal over again"
				: "since the limit of depth or of tasks leaves no room for a plan of its own"));
		return task.withAssignment(new Assignment.Think());
	}

}
