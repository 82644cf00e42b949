package dev.babyagi.planning;

import java.util.List;

import dev.babyagi.tool.Risk;
import dev.babyagi.tool.Tool;

/**
 * Corrects the name of a tool that is at most two letters off, if only one permitted tool
 * is meant; and marks the use of a tool that acts as a side effect.
 */
final class NameTools implements Fix {

	private static final int MAX_DISTANCE = 2;

	@Override
	public Draft mend(Draft draft, Terms terms, Findings findings) {
		return draft.mapTasks((task) -> mend(task, terms, findings));
	}

	private static Task mend(Task task, Terms terms, Findings findings) {
		if (!(task.assignment() instanceof Assignment.UseTool use)) {
			return task;
		}
		String name = meant(use.tool(), terms.tools());
		if (!name.equals(use.tool())) {
			findings.warn(task.id() + ": the tool '" + use.tool() + "' is read as '" + name + "'");
		}
		boolean acts = terms.tool(name).map(Tool::risk).filter((risk) -> risk == Risk.ACTS).isPresent();
		return task.withAssignment(new Assignment.UseTool(name, use.inputs()))
			.withSideEffect(task.sideEffect() || acts);
	}

	static String meant(String written, List<Tool> tools) {
		List<String> names = tools.stream().map(Tool::name).toList();
		if (names.contains(written)) {
			return written;
		}
		List<String> near = names.stream().filter((name) -> EditDistance.atMost(MAX_DISTANCE, written, name)).toList();
		return (near.size() == 1) ? near.getFirst() : written;
	}

}
