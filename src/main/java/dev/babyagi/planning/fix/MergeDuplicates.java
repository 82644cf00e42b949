package dev.babyagi.planning.fix;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.babyagi.plan.Task;
import dev.babyagi.plan.Topology;
import dev.babyagi.planning.draft.DraftConstraints;
import dev.babyagi.planning.draft.PlanDraft;
import dev.babyagi.planning.draft.ValidationReport;

/**
 * Merges tasks that are the same: they use one tool with the same inputs, or their
 * instructions differ in case, space and punctuation only and their dependencies are
 * equal. Dependencies on and references to the removed task move to the one that is kept.
 * Similar tasks are not merged.
 */
public final class MergeDuplicates implements PlanFix {

	@Override
	public PlanDraft mend(PlanDraft draft, DraftConstraints constraints, ValidationReport report) {
		Optional<List<Task>> order = new Topology(draft.tasks()).order();
		if (order.isEmpty() || draft.ids().size() < draft.tasks().size()) {
			return draft;
		}
		Merging merging = new Merging(report);
		constraints.kept().forEach(merging::keep);
		order.get().forEach(merging::add);
		return merging.applyTo(draft);
	}

	private static final class Merging {

		private final ValidationReport report;

		private final Map<TaskSignature, String> seen = new HashMap<>();

		private final Map<String, String> mergedInto = new HashMap<>();

		private final Map<String, Task> tasks = new LinkedHashMap<>();

		Merging(ValidationReport report) {
			this.report = report;
		}

		void keep(Task task) {
			this.seen.putIfAbsent(TaskSignature.of(task), task.id());
		}

		void add(Task written) {
			Task task = moved(written);
			String twin = this.seen.putIfAbsent(TaskSignature.of(task), task.id());
			if (twin == null) {
				this.tasks.put(task.id(), task);
				return;
			}
			this.mergedInto.put(task.id(), twin);
			this.tasks.computeIfPresent(twin, (_, kept) -> kept.withCovers(union(kept.covers(), task.covers())));
			this.report.warn(task.id() + " is the same as " + twin + " and is merged into it");
		}

		PlanDraft applyTo(PlanDraft draft) {
			if (this.mergedInto.isEmpty()) {
				return draft;
			}
			List<Task> tasks = draft.tasks().stream().map(Task::id).flatMap((id) -> kept(id).stream()).toList();
			return draft.withTasks(tasks).withConclusion(TaskRenaming.conclusion(draft.conclusion(), this.mergedInto));
		}

		private Optional<Task> kept(String id) {
			return Optional.ofNullable(this.tasks.get(id));
		}

		private Task moved(Task task) {
			return TaskRenaming.task(task, this.mergedInto);
		}

		private static Set<String> union(List<String> left, List<String> right) {
			Set<String> union = new LinkedHashSet<>(left);
			union.addAll(right);
			return union;
		}

	}

}
