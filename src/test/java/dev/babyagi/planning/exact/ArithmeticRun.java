package dev.babyagi.planning.exact;

import java.util.HashMap;
import java.util.Map;

import tools.jackson.databind.node.JsonNodeFactory;

import dev.babyagi.plan.Assignment.UseTool;
import dev.babyagi.plan.Conclusion;
import dev.babyagi.plan.Plan;
import dev.babyagi.plan.References;
import dev.babyagi.plan.Task;
import dev.babyagi.tool.BuiltinTools;
import dev.babyagi.tool.Tool;
import dev.babyagi.tool.ToolResult;
import dev.babyagi.tool.ToolResult.Output;

/**
 * Carries the tasks of an exact plan out, one after the other, in the order in which
 * their dependencies are met.
 */
final class ArithmeticRun {

	private final Tool calculator = BuiltinTools.calculator();

	private final Map<String, Output> outputs = new HashMap<>();

	private final Plan plan;

	private ArithmeticRun(Plan plan) {
		this.plan = plan;
	}

	/** The answer as it is shown, or the reason of the first failure. */
	static String answer(Plan plan) {
		return new ArithmeticRun(plan).answer();
	}

	private String answer() {
		for (Task task : this.plan.tasks()) {
			switch (carryOut(task)) {
				case Output output -> this.outputs.put(task.id(), output);
				case ToolResult.Failure(String reason) -> {
					return reason;
				}
			}
		}
		Conclusion.Reference conclusion = (Conclusion.Reference) this.plan.conclusion();
		return References.render(conclusion.value(), (reference) -> output(reference.taskId()).text());
	}

	private ToolResult carryOut(Task task) {
		UseTool use = (UseTool) task.assignment();
		String expression = References.render(use.inputs().path("expression").asString(), (reference) -> {
			if (!task.dependsOn().contains(reference.taskId())) {
				throw new IllegalStateException(
						task.id() + " refers to " + reference.taskId() + " and does not depend on it");
			}
			return operand(output(reference.taskId()));
		});
		return this.calculator.use(JsonNodeFactory.instance.objectNode().put("expression", expression));
	}

	/** As the executor does it: an exact fraction, or else the value. */
	private static String operand(Output output) {
		return "(" + ((output.exact() != null) ? output.exact() : output.value()) + ")";
	}

	private Output output(String taskId) {
		Output output = this.outputs.get(taskId);
		if (output == null) {
			throw new IllegalStateException(taskId + " has not been carried out yet");
		}
		return output;
	}

}
