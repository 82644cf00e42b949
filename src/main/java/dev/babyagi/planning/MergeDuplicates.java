package dev.babyagi.planning;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.babyagi.plan.Task;
import dev.babyagi.plan.Topology;

/**
 * Merges tasks that are the same: one tool with one set of inputs, or instructions that
 * differ in case, space and punctuation only, with equal dependencies. What depends on or
 * refers to the one left out moves to the one kept. Likeness is no duplicate.
 */
final class MergeDuplicates implements Fix {

	@Override
	public Draft mend(Draft draft, Terms terms, Findings findings) {
		Optional<List<Task>> order = new Topology(draft.tasks()).order();
		if (order.isEmpty() || draft.ids().size() < draft.tasks().size()) {
			return draft;
		}
		Merging merging = new Merging(findings);
		terms.kept().forEach(merging::keep);
		order.get().forEach(merging::add);
		return merging.applyTo(draft);
	}

	private static final class Merging {

		private final Findings findings;

		private final Map<Sameness, String> seen = new HashMap<>();

		private final Map<String, String> mergedInto = new HashMap<>();

		private final Map<String, Task> tasks = new LinkedHashMap<>();

		Merging(Findings findings) {
			this.findings = findings;
		}

		void keep(Task task) {
			this.seen.putIfAbsent(Sameness.of(task), task.id());
		}

		void add(Task written) {
			Task task = moved(written);
			String twin = this.seen.putIfAbsent(Sameness.of(task), task.id());
			if (twin == null) {
				this.tasks.put(task.id(), task);
				return;
			}
			this.mergedInto.put(task.id(), twin);
			this.tasks.computeIfPresent(twin, (_, kept) -> kept.withCovers(union(kept.covers(), task.covers())));
			this.findings.warn(task.id() + " is the same as " + twin + " and is merged into it");
		}

		Draft applyTo(Draft draft) {
			if (this.mergedInto.isEmpty()) {
				return draft;
			}
			List<Task> tasks = draft.tasks().stream().map(Task::id).flatMap((id) -> kept(id).stream()).toList();
			return draft.withTasks(tasks).withConclusion(Moves.conclusion(draft.conclusion(), this.mergedInto));
		}

		private Optional<Task> kept(String id) {
			return Optional.ofNullable(this.tasks.get(id));
		}

		private Task moved(Task task) {
			return Moves.task(task, this.mergedInto);
		}

		private static Set<String> union(List<String> left, List<String> right) {
			Set<String> union = new LinkedHashSet<>(left);
			union.addAll(right);
			return union;
		}

	}

}
