package dev.babyagi.planning;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.babyagi.plan.Assignment;
import dev.babyagi.plan.Task;
import dev.babyagi.reply.Numbers;

/**
 * V11: every number of the objective stands in some instruction or input; one that does
 * not is a warning, for it may be meant otherwise.
 */
final class NumberRule implements Rule {

	@Override
	public void check(Draft draft, Terms terms, Findings findings) {
		Set<String> used = new HashSet<>();
		draft.tasks().forEach((task) -> used.addAll(numbers(task)));
		terms.kept().forEach((task) -> used.addAll(numbers(task)));
		List<String> missing = Numbers.in(terms.goal()).stream().filter((number) -> !used.contains(number)).toList();
		if (!missing.isEmpty()) {
			findings.warn("No task mentions " + String.join(", ", missing) + ", which the objective does");
		}
	}

	private static Set<String> numbers(Task task) {
		Set<String> numbers = Numbers.in(task.instruction());
		if (task.assignment() instanceof Assignment.UseTool use) {
			numbers.addAll(Numbers.in(use.inputs().toString()));
		}
		return numbers;
	}

}
