package dev.babyagi.planning;

import dev.babyagi.plan.Assignment;
import dev.babyagi.plan.Task;
import dev.babyagi.tool.Risk;
import dev.babyagi.tool.Tool;

/**
 * Corrects the name of a tool that is at most two letters off, if only one permitted tool
 * is meant; and marks the use of a tool that acts as a side effect.
 */
final class NameTools implements Fix {

	@Override
	public Draft mend(Draft draft, Terms terms, Findings findings) {
		return draft.mapTasks((task) -> mend(task, terms, findings));
	}

	private static Task mend(Task task, Terms terms, Findings findings) {
		if (!(task.assignment() instanceof Assignment.UseTool use)) {
			return task;
		}
		String name = terms.tools().meant(use.tool());
		if (!name.equals(use.tool())) {
			findings.warn(task.id() + ": the tool '" + use.tool() + "' is read as '" + name + "'");
		}
		boolean acts = terms.tools().find(name).map(Tool::risk).filter((risk) -> risk == Risk.ACTS).isPresent();
		return task.withAssignment(new Assignment.UseTool(name, use.inputs()))
			.withSideEffect(task.sideEffect() || acts);
	}

}
