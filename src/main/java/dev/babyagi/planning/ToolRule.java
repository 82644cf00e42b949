package dev.babyagi.planning;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import dev.babyagi.plan.Assignment.UseTool;
import dev.babyagi.plan.Task;
import dev.babyagi.tool.Tool;

/**
 * V7: tools exist, are permitted and get inputs that fit; and none is used with the same
 * inputs more often than the limits table says.
 */
final class ToolRule implements Rule {

	/** Same tool with same inputs, from the limits table. */
	private static final int MAX_SAME_USES = 3;

	@Override
	public void check(Draft draft, Terms terms, Findings findings) {
		Map<UseTool, Integer> uses = new HashMap<>();
		terms.kept().forEach((task) -> count(task, uses));
		for (Task task : draft.tasks()) {
			if (task.assignment() instanceof UseTool use) {
				check(task.id(), use, terms, findings);
				if (count(task, uses) == MAX_SAME_USES + 1) {
					findings.fault(task.id(), "inputs", "use " + use.tool() + " with the same inputs more than "
							+ MAX_SAME_USES + " times; refer to the first task's output instead");
				}
			}
		}
	}

	private static void check(String taskId, UseTool use, Terms terms, Findings findings) {
		Optional<Tool> tool = terms.tools().find(use.tool());
		if (tool.isEmpty()) {
			findings.fault(taskId, "tool", "'" + use.tool() + "' is no tool of this objective; " + choice(terms));
			return;
		}
		terms.tools().misfits(tool.get(), use.inputs()).forEach((misfit) -> findings.fault(taskId, "inputs", misfit));
	}

	private static String choice(Terms terms) {
		if (terms.tools().isEmpty()) {
			return "there are none, use think";
		}
		return "use one of " + String.join(", ", terms.tools().names()) + ", or think";
	}

	private static int count(Task task, Map<UseTool, Integer> uses) {
		return (task.assignment() instanceof UseTool use) ? uses.merge(use, 1, Integer::sum) : 0;
	}

}
