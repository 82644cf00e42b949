package dev.babyagi.planning.fix;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.babyagi.plan.Task;
import dev.babyagi.plan.TaskId;
import dev.babyagi.planning.draft.DraftConstraints;
import dev.babyagi.planning.draft.PlanDraft;
import dev.babyagi.planning.draft.TaskReader;
import dev.babyagi.planning.draft.ValidationReport;

/**
 * Gives tasks with malformed ids the first free numbers, and changes references to them.
 * Ids that are used twice stay as they are, because it is not clear which task a
 * reference means.
 */
public final class NameTasks implements PlanFix {

	@Override
	public PlanDraft mend(PlanDraft draft, DraftConstraints constraints, ValidationReport report) {
		Map<String, String> moves = moves(draft.tasks().stream().map(Task::id).toList());
		if (moves.isEmpty()) {
			return draft;
		}
		report.warn("Tasks were renamed: " + moves);
		ReferenceAliases names = new ReferenceAliases((_) -> false, moves);
		return draft
			.mapTasks((task) -> TaskRenaming.task(task, moves)
				.withTexts(names::normalise, names::normalise)
				.withId(moves.getOrDefault(task.id(), task.id())))
			.withConclusion(names.normalise(TaskRenaming.conclusion(draft.conclusion(), moves)));
	}

	private static Map<String, String> moves(List<String> ids) {
		Set<String> taken = new HashSet<>(ids);
		Map<String, String> moves = new LinkedHashMap<>();
		int number = 0;
		for (String id : ids) {
			if (!TaskId.isWellFormed(id) && TaskReader.isNamed(id) && ids.indexOf(id) == ids.lastIndexOf(id)) {
				do {
					number++;
				}
				while (!taken.add("t" + number));
				moves.put(id, "t" + number);
			}
		}
		return moves;
	}

}
