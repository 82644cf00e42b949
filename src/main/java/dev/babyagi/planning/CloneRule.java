package dev.babyagi.planning;

/**
 * The parts of a task are not that task over again: splitting it would never end.
 */
final class CloneRule implements Rule {

	@Override
	public void check(Draft draft, Terms terms, Findings findings) {
		if (!terms.splits() || terms.minTasks() == 1) {
			return;
		}
		draft.tasks()
			.stream()
			.filter((task) -> task.dependsOn().isEmpty() && Phrase.same(task.instruction(), terms.goal()))
			.forEach((task) -> findings.fault(task.id(), "instruction", "is the task over again that is to be split"));
	}

}
