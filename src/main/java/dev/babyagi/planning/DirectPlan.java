package dev.babyagi.planning;

import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import dev.babyagi.plan.Assignment;
import dev.babyagi.plan.Conclusion;
import dev.babyagi.plan.Origin;
import dev.babyagi.plan.Plan;
import dev.babyagi.plan.Reference;
import dev.babyagi.plan.Task;
import dev.babyagi.plan.Task.Effort;
import dev.babyagi.plan.Task.Expect;
import dev.babyagi.plan.Task.Success;
import dev.babyagi.tool.Tool;
import dev.babyagi.tool.ToolRisk;

/**
 * Creates plans with one task that is the objective itself.
 */
final class DirectPlan {

	private DirectPlan() {
	}

	static Plan thinking(PlanRequest request) {
		return of(request, new Assignment.Think(), expect(request), false);
	}

	static Plan using(PlanRequest request, Tool tool, ObjectNode inputs) {
		return of(request, new Assignment.UseTool(tool.name(), inputs), Expect.TEXT, tool.risk() == ToolRisk.ACTS);
	}

	private static Plan of(PlanRequest request, Assignment assignment, Expect expect, boolean sideEffect) {
		Task task = new Task("t1", Task.title(request.objective()), request.objective(), assignment, List.of(),
				List.of(), expect, Success.NONE, sideEffect, Effort.LOW, null, null);
		return new Plan(1, Origin.DIRECT, null, List.of(), List.of(task),
				new Conclusion.Reference(new Reference("t1", List.of()).text()));
	}

	private static Expect expect(PlanRequest request) {
		JsonNode schema = request.outputSchema();
		return (schema != null) ? new Expect(Expect.Type.JSON, schema, null, null) : Expect.TEXT;
	}

}
