package dev.babyagi.planning;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.babyagi.plan.Task;

/**
 * Gives the tasks of a revision ids that no task ever had, whatever they were called, and
 * moves what refers to them. A finished task that is written once more is dropped: it
 * stays as it is.
 */
final class Renumber implements Fix {

	private final String prefix;

	private final int first;

	/**
	 * Numbers tasks.
	 * @param prefix what stands before the number: {@code t}, or {@code t3-} for children
	 * @param first the first number
	 */
	Renumber(String prefix, int first) {
		this.prefix = prefix;
		this.first = first;
	}

	@Override
	public Draft mend(Draft draft, Terms terms, Findings findings) {
		List<Task> fresh = draft.tasks().stream().filter((task) -> !repeats(task, terms)).toList();
		Map<String, String> moves = new LinkedHashMap<>();
		fresh.forEach((task) -> moves.computeIfAbsent(task.id(), (_) -> this.prefix + (this.first + moves.size())));
		return draft.withTasks(fresh)
			.mapTasks((task) -> Moves.task(task, moves).withId(Optional.ofNullable(moves.get(task.id())).orElseThrow()))
			.withConclusion(Moves.conclusion(draft.conclusion(), moves));
	}

	private static boolean repeats(Task task, Terms terms) {
		return terms.kept()
			.stream()
			.anyMatch((kept) -> kept.id().equals(task.id()) && Phrase.same(kept.instruction(), task.instruction()));
	}

}
