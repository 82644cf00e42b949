package dev.babyagi.planning.fix;

import dev.babyagi.plan.Assignment;
import dev.babyagi.plan.Task;
import dev.babyagi.planning.draft.DraftConstraints;
import dev.babyagi.planning.draft.PlanDraft;
import dev.babyagi.planning.draft.ValidationReport;
import dev.babyagi.tool.Tool;
import dev.babyagi.tool.ToolRisk;

/**
 * Corrects the name of a tool that is at most two letters off, if only one permitted tool
 * matches. It also marks a task as a side effect if its tool acts.
 */
public final class NameTools implements PlanFix {

	@Override
	public PlanDraft mend(PlanDraft draft, DraftConstraints constraints, ValidationReport report) {
		return draft.mapTasks((task) -> mend(task, constraints, report));
	}

	private static Task mend(Task task, DraftConstraints constraints, ValidationReport report) {
		if (!(task.assignment() instanceof Assignment.UseTool use)) {
			return task;
		}
		String name = constraints.tools().meant(use.tool());
		if (!name.equals(use.tool())) {
			report.warn(task.id() + ": the tool '" + use.tool() + "' is read as '" + name + "'");
		}
		boolean acts = constraints.tools()
			.find(name)
			.map(Tool::risk)
			.filter((risk) -> risk == ToolRisk.ACTS)
			.isPresent();
		return task.withAssignment(new Assignment.UseTool(name, use.inputs()))
			.withSideEffect(task.sideEffect() || acts);
	}

}
