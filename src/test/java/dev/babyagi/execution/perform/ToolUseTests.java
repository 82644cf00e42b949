package dev.babyagi.execution.perform;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import dev.babyagi.execution.Artifact;
import dev.babyagi.execution.CheckedAnswer;
import dev.babyagi.execution.TaskFixtures;
import dev.babyagi.execution.VerificationLevel;
import dev.babyagi.execution.check.SuccessCriteria;
import dev.babyagi.execution.check.Verification;
import dev.babyagi.plan.Assignment.UseTool;
import dev.babyagi.plan.Task;
import dev.babyagi.plan.Task.Expect;
import dev.babyagi.plan.Task.Success;
import dev.babyagi.reply.ExactJson;
import dev.babyagi.tool.BuiltinTools;
import dev.babyagi.tool.Catalogues;
import dev.babyagi.tool.Tool;
import dev.babyagi.tool.ToolCatalogue;
import dev.babyagi.tool.ToolPermission;
import dev.babyagi.tool.ToolResult;
import dev.babyagi.tool.ToolRisk;

import static org.assertj.core.api.Assertions.assertThat;

class ToolUseTests {

	private final ToolCatalogue catalogue = Catalogues.of(BuiltinTools.calculator(), new Echo("echo", ToolRisk.ACTS),
			new Echo("broken", ToolRisk.PURE));

	private final ToolUse toolUse = new ToolUse(this.catalogue, Catalogues.timeLimit(Duration.ofSeconds(30)),
			new Verification(new SuccessCriteria(this.catalogue)));

	@Test
	void computesWithEveryDigitOfWhatItRefersTo() {
		Artifact third = number(use("calculator", "{\"expression\":\"1 / 3\"}", Map.of()));
		assertThat(third.value().decimalValue().precision()).isEqualTo(50);
		assertThat(third.text()).isEqualTo("0.3333333333333333333333333333333333");
		Artifact one = number(use("calculator", "{\"expression\":\"${t1.output} * 3\"}", Map.of("t1", third)));
		assertThat(one.text()).isEqualTo("1");
	}

	@Test
	void saysThatADeterministicToolComputedIt() {
		CheckedAnswer.Passed passed = (CheckedAnswer.Passed) use("calculator", "{\"expression\":\"3 + 5\"}", Map.of())
			.checked();
		assertThat(passed.level()).isEqualTo(VerificationLevel.RECOMPUTE);
		assertThat(passed.artifact().text()).isEqualTo("8");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			${t1.output}^2            | 9
			2 - ${t1.output}          | 5
			2 * ${t2.output}          | 100000000000000000000
			max(${t3.output})         | 7
			${t3.output[1]} + 1       | 8
			${t4.output} + 1          | 43
			""")
	void putsValuesIntoExpressionsAsOperands(String expression, String value) {
		Map<String, Artifact> artifacts = Map.of("t1", TaskFixtures.number("-3"), "t2", TaskFixtures.number("5E+19"),
				"t3", TaskFixtures.list("[3,7,4]"), "t4", TaskFixtures.text("The answer is 42."));
		assertThat(number(
				use("calculator", ExactJson.NODES.objectNode().put("expression", expression).toString(), artifacts))
			.value()
			.decimalValue()).isEqualByComparingTo(value);
	}

	@Test
	void letsNoTextBecomeAPartOfAnExpression() {
		ToolUse.Used used = use("calculator", "{\"expression\":\"2 * ${t1.output}\"}",
				Map.of("t1", TaskFixtures.text("1) + (100")));
		assertThat(reason(used)).contains("A number was needed");
	}

	@Test
	void keepsTheTypeOfAWholeReferenceAndNeverExpandsAgain() {
		Map<String, Artifact> artifacts = Map.of("t1", TaskFixtures.list("[1,2]"), "t2",
				TaskFixtures.text("${t1.output}"));
		ToolUse.Used used = use("echo", "{\"list\":\"${t1.output}\",\"text\":\"see ${t2.output}\"}", artifacts);
		assertThat(used.resolvedInputs()).hasToString("{\"list\":[1,2],\"text\":\"see ${t1.output}\"}");
	}

	@Test
	void takesTheTypeOfTheArtifactFromItsValue() {
		CheckedAnswer.Passed passed = (CheckedAnswer.Passed) use("echo", "{\"a\":1}", Map.of()).checked();
		assertThat(passed.artifact().type()).isEqualTo(Expect.Type.JSON);
		assertThat(passed.level()).isEqualTo(VerificationLevel.NONE);
	}

	@Test
	void failsWhenAReferenceHasNoValue() {
		assertThat(reason(use("echo", "{\"a\":\"${t7.output}\"}", Map.of()))).contains("t7 produced nothing");
		assertThat(reason(use("echo", "{\"a\":\"${t1.output.name}\"}", Map.of("t1", TaskFixtures.number("1")))))
			.contains("no such part");
	}

	@Test
	void failsWhenTheToolIsNotPermitted() {
		Task task = TaskFixtures.tool("calculator", "{\"expression\":\"1 + 1\"}");
		ToolUse.Used used = use(task, Map.of(), new ToolPermission(List.of()));
		assertThat(reason(used)).isEqualTo("The tool 'calculator' is not permitted");
	}

	@Test
	void failsWhenThereIsNoSuchTool() {
		assertThat(reason(use("shell", "{}", Map.of()))).isEqualTo("There is no tool 'shell'");
	}

	@Test
	void failsWhenResolvedInputsDoNotFitTheSchema() {
		assertThat(reason(use("calculator", "{\"expression\":\"1\",\"mode\":\"fast\"}", Map.of()))).contains("mode");
	}

	@Test
	void failsWithTheToolsReason() {
		assertThat(reason(use("calculator", "{\"expression\":\"1 / 0\"}", Map.of()))).contains("Division by zero");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{"min": 0, "max": 8} |
			{"min": 0, "max": 7} | 7
			""")
	void failsWhenWhatItComputedIsOutOfRange(String range, @Nullable String named) {
		Task sum = TaskFixtures.tool("calculator", "{\"expression\":\"3 + 5\"}");
		Task limited = new Task(sum.id(), sum.title(), sum.instruction(), sum.assignment(), sum.dependsOn(),
				sum.covers(), sum.expect(), new Success(Success.Kind.RANGE, TaskFixtures.json(range)), false,
				sum.effort(), null, null);
		ToolUse.Used used = use(limited, Map.of(), new ToolPermission(List.of("calculator")));
		if (named == null) {
			assertThat(number(used).text()).isEqualTo("8");
		}
		else {
			assertThat(reason(used)).contains("8", named);
		}
	}

	@Test
	void makesAFailureOfEveryException() {
		assertThat(reason(use("broken", "{}", Map.of()))).isEqualTo("The tool 'broken' broke down");
	}

	private ToolUse.Used use(String tool, String inputs, Map<String, Artifact> artifacts) {
		return use(TaskFixtures.tool(tool, inputs), artifacts,
				new ToolPermission(List.of("calculator", "echo", "broken")));
	}

	private ToolUse.Used use(Task task, Map<String, Artifact> artifacts, ToolPermission permission) {
		try {
			return this.toolUse.use(task, (UseTool) task.assignment(), artifacts, permission);
		}
		catch (InterruptedException ex) {
			throw new AssertionError("Nobody interrupts it", ex);
		}
	}

	private static Artifact number(ToolUse.Used used) {
		assertThat(used.checked()).isInstanceOf(CheckedAnswer.Passed.class);
		Artifact artifact = ((CheckedAnswer.Passed) used.checked()).artifact();
		assertThat(artifact.type()).isEqualTo(Expect.Type.NUMBER);
		return artifact;
	}

	private static String reason(ToolUse.Used used) {
		assertThat(used.checked()).isInstanceOf(CheckedAnswer.Failed.class);
		return ((CheckedAnswer.Failed) used.checked()).message();
	}

	private record Echo(String name, ToolRisk risk) implements Tool {

		@Override
		public String description() {
			return "Gives back what it is given";
		}

		@Override
		public JsonNode inputSchema() {
			return TaskFixtures.json("{\"type\":\"object\"}");
		}

		@Override
		public ToolResult use(JsonNode inputs) {
			if (this.name.equals("broken")) {
				throw new IllegalStateException("sk-CANARY");
			}
			return new ToolResult.Output(inputs, inputs.toString());
		}

	}

}
