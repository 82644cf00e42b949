package dev.babyagi.planning.rule;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.babyagi.plan.Assignment;
import dev.babyagi.plan.Task;
import dev.babyagi.planning.draft.DraftConstraints;
import dev.babyagi.planning.draft.PlanDraft;
import dev.babyagi.planning.draft.ValidationReport;
import dev.babyagi.reply.TextNumbers;

/**
 * V11: every number of the objective occurs in some instruction or input. A missing
 * number gives a warning only, because it may be meant in another way.
 */
public final class NumberRule implements PlanRule {

	@Override
	public void check(PlanDraft draft, DraftConstraints constraints, ValidationReport report) {
		Set<String> used = new HashSet<>();
		draft.tasks().forEach((task) -> used.addAll(numbers(task)));
		constraints.kept().forEach((task) -> used.addAll(numbers(task)));
		List<String> missing = TextNumbers.in(constraints.goal())
			.stream()
			.filter((number) -> !used.contains(number))
			.toList();
		if (!missing.isEmpty()) {
			report.warn("No task mentions " + String.join(", ", missing) + ", which the objective does");
		}
	}

	private static Set<String> numbers(Task task) {
		Set<String> numbers = TextNumbers.in(task.instruction());
		if (task.assignment() instanceof Assignment.UseTool use) {
			numbers.addAll(TextNumbers.in(use.inputs().toString()));
		}
		return numbers;
	}

}
