package dev.babyagi.planning;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.babyagi.language.Meter.Budget;
import dev.babyagi.plan.Assignment;
import dev.babyagi.plan.Origin;
import dev.babyagi.plan.Plan;
import dev.babyagi.plan.Plans;
import dev.babyagi.plan.Task;
import dev.babyagi.planning.DraftResult.Drawn;
import dev.babyagi.planning.DraftResult.Faulty;
import dev.babyagi.planning.draft.PlanFault;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each rule of a valid plan, from V1 to V14.
 */
class PlanRulesTests {

	private static final PlanRequest REQUEST = PlanRequestFixtures.withTools("Do 3 things", "calculator", "datetime",
			"send_mail");

	private final Planning planning = PlanningFixtures.planning();

	@ParameterizedTest
	@ValueSource(strings = { "", "I am sorry.", "{\"answer\":\"42\"}", "{\"tasks\":\"none\"}", "[]", "{\"tasks\":" })
	void v1WantsAPlanThatCanBeRead(String reply) {
		assertThat(faults(reply)).singleElement().extracting(PlanFault::field).isEqualTo("plan");
	}

	@Test
	void v2WantsATask() {
		assertThat(lines("{\"tasks\":[]}")).containsExactly("tasks: must be 1 to 12, but there are 0");
	}

	@Test
	void v2AllowsTwelveTasksOfAModel() {
		assertThat(drawn(Replies.fan(12)).plan().tasks()).hasSize(12);
		assertThat(lines(Replies.fan(13))).containsExactly("tasks: must be 1 to 12, but there are 13");
	}

	@Test
	void v3KeepsTheNamesOfChildrenForChildren() {
		assertThat(lines(Replies.plan(Replies.think("t1-1", "a")))).singleElement()
			.asString()
			.startsWith("t1-1, id: must be t1");
	}

	@Test
	void v3TakesNoIdThatStandsInForAMissingOne() {
		assertThat(lines(Replies.plan(Replies.think("task number 7", "a")))).singleElement()
			.asString()
			.startsWith("task number 1, id: is missing");
	}

	@Test
	void v3WantsUniqueIds() {
		assertThat(lines(Replies.plan(Replies.think("t1", "a"), Replies.think("t1", "b"))))
			.containsExactly("t1, id: is used twice; each task needs an id of its own");
	}

	@Test
	void v3WantsAnIdAnInstructionAndAnAssignment() {
		assertThat(faults("{\"tasks\":[{\"title\":\"x\"}]}")).extracting(PlanFault::field)
			.containsExactly("id", "instruction", "assignment");
	}

	@Test
	void v4WantsDependenciesAndReferencesToExist() {
		String reply = "{\"tasks\":[" + Replies.think("t1", "a", "t7") + "," + Replies.think("t2", "Use ${t8.output}")
				+ "," + Replies.tool("t3", "calculator", "{\"expression\":\"#E9 + 1\"}")
				+ "],\"final\":{\"kind\":\"template\",\"value\":\"${t10.output} ${t3.output}\"}}";
		assertThat(lines(reply)).containsExactly("t1, dependsOn: names t7, which is no task of the plan",
				"t2, references: names t8, which is no task of the plan",
				"t3, references: names t9, which is no task of the plan",
				"final: refers to t10, which is no task of the plan");
	}

	@Test
	void v4WantsNoTaskToNameItself() {
		assertThat(lines(Replies.plan(Replies.think("t1", "a", "t1"), Replies.think("t2", "More of ${t2.output}"))))
			.containsExactly("t1, dependsOn: names the task itself", "t2, references: names the task itself");
	}

	@Test
	void v5NamesTheCycle() {
		assertThat(lines(Replies.plan(Replies.think("t1", "a"), Replies.think("t2", "b", "t1", "t4"),
				Replies.think("t3", "c", "t2"), Replies.think("t4", "d ${t3.output}"))))
			.containsExactly("t2, dependsOn: is a cycle: t2 -> t4 -> t3 -> t2");
	}

	@Test
	void v7WantsAToolThatExistsAndIsAllowed() {
		assertThat(lines(Replies.plan(Replies.tool("t1", "browser", "{}")))).containsExactly(
				"t1, tool: 'browser' is no tool of this objective; use one of calculator, datetime, send_mail, or think");
		DraftResult result = this.planning.readPlan(PlanRequestFixtures.of("Send it"),
				Replies.plan(Replies.tool("t1", "send_mail", "{\"to\":\"x\"}")), 0);
		assertThat(result).isInstanceOf(Faulty.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "null", "{\"expression\":5}", "{\"expression\":\"1\",\"colour\":\"red\"}",
			"\"1 + 1\"", "{\"expression\":\"1\",\"places\":\"two\"}", "{\"places\":\"${t1.output}\"}" })
	void v7WantsInputsThatFit(String inputs) {
		assertThat(faults(Replies.plan(Replies.think("t1", "a"), Replies.tool("t2", "calculator", inputs))))
			.isNotEmpty()
			.allSatisfy((fault) -> assertThat(fault.field()).isEqualTo("inputs"));
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "{\"expression\":\"${t1.output} + 1\"}", "{\"expression\":\"1\",\"places\":\"${t1.output}\"}" })
	void v7TrustsAReferenceToFit(String inputs) {
		assertThat(drawn(Replies.plan(Replies.think("t1", "a"), Replies.tool("t2", "calculator", inputs)))).isNotNull();
	}

	@Test
	void v7RefusesTheSameUseOfAToolForTheFourthTime() {
		String same = "{\"expression\":\"1\"}";
		String reply = Replies.plan(Replies.think("t1", "a"), Replies.think("t2", "b"), Replies.think("t3", "c"),
				Replies.tool("t4", "calculator", same), Replies.tool("t5", "calculator", same, "t1"),
				Replies.tool("t6", "calculator", same, "t2"), Replies.tool("t7", "calculator", same, "t3"));
		assertThat(lines(reply)).singleElement().asString().startsWith("t7, inputs: use calculator");
	}

	@Test
	void v9WantsEveryRequirementCovered() {
		String reply = "{\"requirements\":[{\"id\":\"r1\",\"text\":\"x\"},{\"id\":\"r2\",\"text\":\"y\"}],\"tasks\":["
				+ "{\"id\":\"t1\",\"instruction\":\"a\",\"assignment\":\"think\",\"covers\":[\"r1\"]}]}";
		assertThat(lines(reply)).singleElement().asString().startsWith("requirements: requirement r2 is covered by no");
	}

	@Test
	void v9CannotCheckAPlanThatSaysNothingOfIt() {
		assertThat(drawn("{\"requirements\":[\"x\",\"y\"],\"tasks\":[" + Replies.think("t1", "a") + "]}").plan()
			.requirements()).extracting(Plan.Requirement::id).containsExactly("r1", "r2");
	}

	@Test
	void v11WarnsOfANumberThatNoTaskMentions() {
		PlanRequest request = PlanRequestFixtures.of("Add 1,500 and 2.50 and 7 in three ways");
		DraftResult result = this.planning.readPlan(request, Replies.plan(Replies.think("t1", "Take 1500"),
				Replies.tool("t2", "calculator", "{\"expression\":\"2.5 * 1\"}")), 0);
		assertThat(result).isInstanceOfSatisfying(Drawn.class, (drawn) -> assertThat(drawn.warnings())
			.containsExactly("No task mentions 7, which the objective does"));
	}

	@Test
	void v12WantsTheEstimateToFitTheBudgetAndSaysItOnce() {
		PlanRequest poor = PlanRequestFixtures.withBudget("Do 3 things",
				new Budget(4, 500_000, PlanRequestFixtures.BUDGET.costUsd()));
		assertThat(this.planning.readPlan(poor, Replies.fan(8), 0)).isInstanceOfSatisfying(Faulty.class,
				(faulty) -> assertThat(faulty.faults()).singleElement()
					.extracting(PlanFault::message)
					.asString()
					.startsWith("the plan needs at least 9 model calls"));
		assertThat(this.planning.readPlan(poor, Replies.fan(3), 0)).isInstanceOf(Drawn.class);
		assertThat(this.planning.readPlan(poor, Replies.fan(8), 1)).isInstanceOfSatisfying(Drawn.class,
				(drawn) -> assertThat(drawn.warnings()).anyMatch((warning) -> warning.contains("9 model calls")));
	}

	@Test
	void v13MarksTheUseOfAToolThatActs() {
		Plan plan = drawn(Replies.plan(Replies.tool("t1", "send_mail", "{\"to\":\"x\"}"), Replies.think("t2", "a")))
			.plan();
		assertThat(plan.tasks()).extracting(Task::sideEffect).containsExactly(true, false);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Do 3 things", "do 3  things.", "\\\"Do 3 things!\\\"" })
	void v14ReadsTheObjectiveOverAgainAsDirect(String instruction) {
		assertThat(drawn("{\"tasks\":[" + Replies.think("t1", instruction)
				+ "],\"final\":{\"kind\":\"synthesize\",\"instruction\":\"x\"}}")
			.plan()).isEqualTo(Plans.direct("Do 3 things"));
	}

	@Test
	void v14KeepsAToolThatIsTheWholePlan() {
		Plan plan = drawn(
				"{\"tasks\":[{\"id\":\"t1\",\"instruction\":\"Do 3 things\",\"assignment\":\"tool\",\"tool\":\"calculator\","
						+ "\"inputs\":{\"expression\":\"3\"}}]}")
			.plan();
		assertThat(plan.origin()).isEqualTo(Origin.DIRECT);
		assertThat(plan.task("t1").assignment()).isInstanceOf(Assignment.UseTool.class);
	}

	@Test
	void tellsAllFaultsOfAllRulesAtOnce() {
		String reply = Replies.plan(Replies.think("t1-1", "a"), Replies.think("t2", "b", "t3"),
				Replies.think("t3", "c", "t2"), Replies.tool("t4", "bomb", "{}"),
				Replies.think("t4", "d ${t12.output}"));
		assertThat(faults(reply)).extracting(PlanFault::field)
			.contains("id", "dependsOn", "tool", "references")
			.hasSizeGreaterThanOrEqualTo(5);
	}

	private List<String> lines(String reply) {
		return faults(reply).stream().map(PlanFault::line).toList();
	}

	private List<PlanFault> faults(String reply) {
		DraftResult result = this.planning.readPlan(REQUEST, reply, 0);
		assertThat(result).isInstanceOf(Faulty.class);
		return ((Faulty) result).faults();
	}

	private Drawn drawn(String reply) {
		DraftResult result = this.planning.readPlan(REQUEST, reply, 0);
		assertThat(result).isInstanceOf(Drawn.class);
		return (Drawn) result;
	}

}
