package dev.babyagi.planning.fix;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import dev.babyagi.plan.Task;
import dev.babyagi.planning.draft.DraftConstraints;
import dev.babyagi.planning.draft.PlanDraft;
import dev.babyagi.planning.draft.ValidationReport;

/**
 * Removes the tasks that do not lead to the answer, unless they have a side effect. If
 * the answer is a synthesis, no task is removed, because a synthesis reads every task.
 */
public final class PruneTasks implements PlanFix {

	@Override
	public PlanDraft mend(PlanDraft draft, DraftConstraints constraints, ValidationReport report) {
		Set<String> wanted = draft.answeringTasks();
		boolean dangling = wanted.stream().anyMatch((id) -> !draft.ids().contains(id) && !constraints.keeps(id));
		if (wanted.isEmpty() || dangling) {
			return draft;
		}
		Set<String> leading = leading(draft, wanted);
		draft.tasks()
			.stream()
			.filter((task) -> !leading.contains(task.id()))
			.forEach((task) -> report.warn(task.id() + " does not lead to the answer and is left out"));
		return draft.withTasks(draft.tasks().stream().filter((task) -> leading.contains(task.id())).toList());
	}

	private static Set<String> leading(PlanDraft draft, Set<String> wanted) {
		Map<String, Task> tasks = new HashMap<>();
		draft.tasks().forEach((task) -> tasks.putIfAbsent(task.id(), task));
		Deque<String> open = new ArrayDeque<>(wanted);
		draft.tasks().stream().filter(Task::sideEffect).map(Task::id).forEach(open::add);
		Set<String> leading = new HashSet<>();
		while (!open.isEmpty()) {
			Task task = tasks.get(open.removeFirst());
			if (task != null && leading.add(task.id())) {
				open.addAll(task.dependsOn());
			}
		}
		return leading;
	}

}
