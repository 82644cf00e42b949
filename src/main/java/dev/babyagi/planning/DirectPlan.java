package dev.babyagi.planning;

import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import dev.babyagi.planning.Task.Effort;
import dev.babyagi.planning.Task.Expect;
import dev.babyagi.planning.Task.Success;
import dev.babyagi.tool.Risk;
import dev.babyagi.tool.Tool;

/**
 * Plans of one task that is the objective itself.
 */
final class DirectPlan {

	private static final int MAX_TITLE = 80;

	private DirectPlan() {
	}

	static Plan thinking(Commission commission) {
		return of(commission, new Assignment.Think(), expect(commission), false);
	}

	static Plan using(Commission commission, Tool tool, ObjectNode inputs) {
		return of(commission, new Assignment.UseTool(tool.name(), inputs), Expect.TEXT, tool.risk() == Risk.ACTS);
	}

	private static Plan of(Commission commission, Assignment assignment, Expect expect, boolean sideEffect) {
		Task task = new Task("t1", title(commission.objective()), commission.objective(), assignment, List.of(),
				List.of(), expect, Success.NONE, sideEffect, Effort.LOW, null, null);
		return new Plan(1, Origin.DIRECT, null, List.of(), List.of(task),
				new Conclusion.Reference(new Reference("t1", List.of()).text()));
	}

	private static Expect expect(Commission commission) {
		JsonNode schema = commission.outputSchema();
		return (schema != null) ? new Expect(Expect.Type.JSON, schema, null, null) : Expect.TEXT;
	}

	/** The first words of a text, in one line. */
	static String title(String text) {
		String line = text.strip().lines().findFirst().orElse("").strip();
		if (line.codePointCount(0, line.length()) <= MAX_TITLE) {
			return line;
		}
		return line.substring(0, line.offsetByCodePoints(0, MAX_TITLE - 1)) + "…";
	}

}
