package dev.babyagi.planning.rule;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import dev.babyagi.plan.Assignment.UseTool;
import dev.babyagi.plan.Task;
import dev.babyagi.planning.draft.DraftConstraints;
import dev.babyagi.planning.draft.PlanDraft;
import dev.babyagi.planning.draft.ValidationReport;
import dev.babyagi.tool.Tool;

/**
 * V7: tools exist, are permitted and get inputs that fit. No tool is used with the same
 * inputs more often than the limits table allows.
 */
public final class ToolRule implements PlanRule {

	/** The most uses of a tool with the same inputs, from the limits table. */
	private static final int MAX_SAME_USES = 3;

	@Override
	public void check(PlanDraft draft, DraftConstraints constraints, ValidationReport report) {
		Map<UseTool, Integer> uses = new HashMap<>();
		constraints.kept().forEach((task) -> count(task, uses));
		for (Task task : draft.tasks()) {
			if (task.assignment() instanceof UseTool use) {
				check(task.id(), use, constraints, report);
				if (count(task, uses) == MAX_SAME_USES + 1) {
					report.fault(task.id(), "inputs", "use " + use.tool() + " with the same inputs more than "
							+ MAX_SAME_USES + " times; refer to the first task's output instead");
				}
			}
		}
	}

	private static void check(String taskId, UseTool use, DraftConstraints constraints, ValidationReport report) {
		Optional<Tool> tool = constraints.tools().find(use.tool());
		if (tool.isEmpty()) {
			report.fault(taskId, "tool", "'" + use.tool() + "' is no tool of this objective; " + choice(constraints));
			return;
		}
		constraints.tools()
			.misfits(tool.get(), use.inputs())
			.forEach((misfit) -> report.fault(taskId, "inputs", misfit));
	}

	private static String choice(DraftConstraints constraints) {
		if (constraints.tools().isEmpty()) {
			return "there are none, use think";
		}
		return "use one of " + String.join(", ", constraints.tools().names()) + ", or think";
	}

	private static int count(Task task, Map<UseTool, Integer> uses) {
		return (task.assignment() instanceof UseTool use) ? uses.merge(use, 1, Integer::sum) : 0;
	}

}
