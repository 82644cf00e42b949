package dev.babyagi.planning.fix;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.babyagi.plan.Task;
import dev.babyagi.planning.draft.DraftConstraints;
import dev.babyagi.planning.draft.NormalizedPhrase;
import dev.babyagi.planning.draft.PlanDraft;
import dev.babyagi.planning.draft.ValidationReport;

/**
 * Gives the tasks of a revision ids that no task had before, and changes references to
 * them. A task that repeats a finished one is dropped, because the finished one stays.
 */
public final class RenumberTasks implements PlanFix {

	private final String prefix;

	private final int first;

	/**
	 * Creates a fix.
	 * @param prefix the text before the number: {@code t}, or {@code t3-} for children
	 * @param first the first number
	 */
	public RenumberTasks(String prefix, int first) {
		this.prefix = prefix;
		this.first = first;
	}

	@Override
	public PlanDraft mend(PlanDraft draft, DraftConstraints constraints, ValidationReport report) {
		List<Task> fresh = draft.tasks().stream().filter((task) -> !repeats(task, constraints)).toList();
		Map<String, String> moves = new LinkedHashMap<>();
		fresh.forEach((task) -> moves.computeIfAbsent(task.id(), (_) -> this.prefix + (this.first + moves.size())));
		return draft.withTasks(fresh)
			.mapTasks((task) -> TaskRenaming.task(task, moves)
				.withId(Optional.ofNullable(moves.get(task.id())).orElseThrow()))
			.withConclusion(TaskRenaming.conclusion(draft.conclusion(), moves));
	}

	private static boolean repeats(Task task, DraftConstraints constraints) {
		return constraints.kept()
			.stream()
			.anyMatch((kept) -> kept.id().equals(task.id())
					&& NormalizedPhrase.same(kept.instruction(), task.instruction()));
	}

}
