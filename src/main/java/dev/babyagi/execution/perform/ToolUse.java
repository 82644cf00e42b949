package dev.babyagi.execution.perform;

import java.util.List;
import java.util.Map;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import dev.babyagi.execution.Artifact;
import dev.babyagi.execution.Artifacts;
import dev.babyagi.execution.CheckedAnswer;
import dev.babyagi.execution.VerificationLevel;
import dev.babyagi.execution.check.ReferenceResolution;
import dev.babyagi.execution.check.UnresolvedReference;
import dev.babyagi.execution.check.Verification;
import dev.babyagi.plan.Assignment.UseTool;
import dev.babyagi.plan.References;
import dev.babyagi.plan.Task;
import dev.babyagi.plan.Task.Expect;
import dev.babyagi.plan.Task.Success;
import dev.babyagi.tool.CalculatorInputs;
import dev.babyagi.tool.Tool;
import dev.babyagi.tool.ToolCatalogue;
import dev.babyagi.tool.ToolPermission;
import dev.babyagi.tool.ToolResult;
import dev.babyagi.tool.ToolRisk;
import dev.babyagi.tool.ToolTimeLimit;

/**
 * Carries out tool tasks: resolves the references of the inputs, checks that the tool is
 * permitted and the inputs fit its schema, and uses it within its time limit. Every
 * failure is a {@link CheckedAnswer.Failed}, never an exception.
 * <p>
 * The result of a pure tool counts as recomputed, because a repetition would give the
 * same. It must meet the success criterion of its task all the same.
 */
@Component
public class ToolUse {

	private static final Logger logger = LoggerFactory.getLogger(ToolUse.class);

	private final ToolCatalogue catalogue;

	private final ToolTimeLimit timeLimit;

	private final Verification verification;

	ToolUse(ToolCatalogue catalogue, ToolTimeLimit timeLimit, Verification verification) {
		this.catalogue = catalogue;
		this.timeLimit = timeLimit;
		this.verification = verification;
	}

	/**
	 * Uses a tool.
	 * @param task the task
	 * @param assignment its assignment
	 * @param artifacts the artifacts that its inputs may refer to, by task id
	 * @param permission the tools the objective may use
	 * @throws InterruptedException if the attempt is cut
	 */
	Used use(Task task, UseTool assignment, Map<String, Artifact> artifacts, ToolPermission permission)
			throws InterruptedException {
		JsonNode inputs = assignment.inputs();
		try {
			inputs = resolve(assignment, artifacts);
			return new Used(inputs, check(task, artifacts, use(task, assignment.tool(), inputs, permission)));
		}
		catch (UnresolvedReference ex) {
			return new Used(inputs, failed(String.valueOf(ex.getMessage())));
		}
		catch (RuntimeException ex) {
			logger.warn("The tool {} failed in task {} with {}: the attempt counts as failed", assignment.tool(),
					task.id(), ex.getClass().getName());
			return new Used(inputs, failed("The tool '" + assignment.tool() + "' broke down"));
		}
	}

	private static JsonNode resolve(UseTool assignment, Map<String, Artifact> artifacts) {
		ObjectNode inputs = assignment.inputs();
		if (assignment.tool().equals(CalculatorInputs.TOOL) && inputs.path(CalculatorInputs.EXPRESSION).isString()) {
			String expression = ReferenceResolution.expression(inputs.path(CalculatorInputs.EXPRESSION).stringValue(),
					artifacts);
			return inputs.deepCopy().put(CalculatorInputs.EXPRESSION, expression);
		}
		return References.resolve(inputs, (reference) -> ReferenceResolution.value(reference, artifacts));
	}

	private ToolAnswer use(Task task, String name, JsonNode inputs, ToolPermission permission)
			throws InterruptedException {
		Tool tool = this.catalogue.find(name).orElse(null);
		if (tool == null) {
			return new ToolAnswer(ToolRisk.PURE, new ToolResult.Failure("There is no tool '" + name + "'"));
		}
		if (!permission.allows(tool)) {
			return new ToolAnswer(tool.risk(), new ToolResult.Failure("The tool '" + name + "' is not permitted"));
		}
		List<String> misfits = this.catalogue.misfits(tool, inputs);
		return new ToolAnswer(tool.risk(),
				misfits.isEmpty() ? this.timeLimit.use(tool, inputs, task.timeout()) : new ToolResult.Failure(
						"The inputs do not fit the tool '" + name + "': " + String.join("; ", misfits)));
	}

	private CheckedAnswer check(Task task, Map<String, Artifact> artifacts, ToolAnswer answer) {
		return switch (answer.result()) {
			case ToolResult.Failure(String reason) -> failed(reason);
			case ToolResult.Output(JsonNode value, String text, String exact) -> {
				Artifact artifact = new Artifact(type(task, value), value, text, exact);
				yield (answer.risk() == ToolRisk.PURE) ? recomputed(task, artifacts, artifact)
						: this.verification.check(task, artifacts, artifact);
			}
		};
	}

	/** What is computed need not be computed again, but may be too much or too little. */
	private CheckedAnswer recomputed(Task task, Map<String, Artifact> artifacts, Artifact artifact) {
		boolean again = task.success().kind() == Success.Kind.RECOMPUTE;
		return (!again && this.verification.check(task, artifacts, artifact) instanceof CheckedAnswer.Failed failed)
				? failed : new CheckedAnswer.Passed(artifact, VerificationLevel.RECOMPUTE);
	}

	/** Only the task says whether a text is a date. */
	private static Expect.Type type(Task task, JsonNode value) {
		Expect.Type type = Artifacts.typeOf(value);
		return (type == Expect.Type.TEXT && task.expect().type() == Expect.Type.DATE) ? Expect.Type.DATE : type;
	}

	private static CheckedAnswer failed(String reason) {
		return new CheckedAnswer.Failed(reason, "");
	}

	/**
	 * The result of using a tool.
	 *
	 * @param resolvedInputs the inputs as the tool was given them
	 * @param checked the artifact, or why there is none
	 */
	record Used(JsonNode resolvedInputs, CheckedAnswer checked) {

	}

	private record ToolAnswer(ToolRisk risk, ToolResult result) {

	}

}
