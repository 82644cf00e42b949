package dev.babyagi.planning;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.babyagi.plan.Assignment;
import dev.babyagi.plan.Assignment.UseTool;
import dev.babyagi.plan.Conclusion;
import dev.babyagi.plan.Plan;
import dev.babyagi.plan.Task;
import dev.babyagi.planning.DraftResult.Drawn;
import dev.babyagi.planning.draft.PermittedTools;
import dev.babyagi.reply.ExactJson;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each slip that is mended without a model.
 */
class PlanFixesTests {

	private static final PlanRequest REQUEST = PlanRequestFixtures.withTools("Do it", "calculator", "datetime",
			"send_mail");

	private final Planning planning = PlanningFixtures.planning();

	@ParameterizedTest
	@ValueSource(
			strings = { "```json\n%s\n```", "Sure, here is the plan:\n%s\nGood luck!", "{\"plan\": %s}", "\uFEFF%s" })
	void readsAPlanInFencesProseAndWrappings(String around) {
		assertThat(plan(around.formatted(Replies.fan(3))).tasks()).hasSize(3);
	}

	@Test
	void readsAPlanWithTrailingCommas() {
		assertThat(plan("{\"tasks\":[" + Replies.think("t1", "a") + ",],}").tasks()).hasSize(1);
	}

	@Test
	void readsABareArrayOfTasks() {
		assertThat(plan("[" + Replies.think("t1", "a") + "," + Replies.think("t2", "b") + "]").tasks()).hasSize(2);
	}

	@Test
	void keepsTheWholeTasksOfAReplyThatBrokeOff() {
		String reply = Replies.fan(4);
		Drawn drawn = drawn(reply.substring(0, reply.lastIndexOf("part 4")));
		assertThat(drawn.plan().tasks()).extracting(Task::id).containsExactly("t1", "t2", "t3");
		assertThat(drawn.plan().conclusion()).isInstanceOf(Conclusion.Synthesize.class);
		assertThat(drawn.warnings()).anyMatch((warning) -> warning.contains("broke off"));
	}

	@Test
	void readsRecallAsThink() {
		assertThat(plan(Replies.plan(Replies.task("t1", "a", "recall"))).task("t1").assignment())
			.isEqualTo(new Assignment.Think());
	}

	@Test
	void readsAToolWithoutANameAsThink() {
		Drawn drawn = drawn(Replies.plan(Replies.task("t1", "a", "tool")));
		assertThat(drawn.plan().task("t1").assignment()).isEqualTo(new Assignment.Think());
		assertThat(drawn.warnings()).anyMatch((warning) -> warning.contains("names no tool"));
	}

	@Test
	void numbersTasksThatAreNamedInAnotherWay() {
		Plan plan = plan(Replies.planWithFinal("synthesize", "", Replies.think("gather", "a"), Replies.think("t1", "b"),
				Replies.think("r9", "c", "gather", "t1")));
		assertThat(plan.tasks()).extracting(Task::id).containsExactly("t2", "t1", "t3");
		assertThat(plan.task("t3").dependsOn()).containsExactlyInAnyOrder("t2", "t1");
	}

	@Test
	void readsTheNameOfAToolAsAnAssignment() {
		assertThat(plan(
				"{\"tasks\":[{\"id\":\"t1\",\"instruction\":\"a\",\"assignment\":\"calculator\",\"inputs\":{\"expression\":\"1\"}}]}")
			.task("t1")
			.assignment()).isInstanceOf(UseTool.class);
	}

	@Test
	void readsInputsThatAreATextOfJson() {
		Plan plan = plan(Replies.plan(Replies.tool("t1", "calculator", "\"{\\\"expression\\\":\\\"1 + 1\\\"}\"")));
		assertThat(((UseTool) plan.task("t1").assignment()).inputs())
			.isEqualTo(ExactJson.read("{\"expression\":\"1 + 1\"}"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			calculater | calculator | {"expression":"1"}
			Calculator | calculator | {"expression":"1"}
			calcultor  | calculator | {"expression":"1"}
			date_time  | datetime   | {"operation":"now"}
			sendmail   | send_mail  | {"to":"x"}
			""")
	void correctsTheNameOfATool(String written, String meant, String inputs) {
		UseTool use = (UseTool) plan(Replies.plan(Replies.tool("t1", written, inputs))).task("t1").assignment();
		assertThat(use.tool()).isEqualTo(meant);
	}

	@Test
	void guessesNoToolThatIsThreeLettersOff() {
		PermittedTools box = new PermittedTools(PlanningFixtures.catalogue(), List.of(PlanningFixtures.CALCULATOR));
		assertThat(box.meant("calcula")).isEqualTo("calcula");
		assertThat(box.meant("calculat")).isEqualTo("calculator");
	}

	@Test
	void normalisesReferencesAndIds() {
		Plan plan = plan("{\"tasks\":[{\"id\":1,\"instruction\":\"a\",\"assignment\":\"think\"},"
				+ "{\"id\":\"T2\",\"instruction\":\"b of $1\",\"assignment\":\"think\",\"dependsOn\":[1]},"
				+ "{\"id\":\"task 3\",\"instruction\":\"c of #E2 and ${1}\",\"assignment\":\"THINK\",\"dependsOn\":\"task_1, t2\"}],"
				+ "\"final\":{\"kind\":\"reference\",\"value\":\"$3\"}}");
		assertThat(plan.tasks()).extracting(Task::id).containsExactly("t1", "t2", "t3");
		assertThat(plan.task("t2").instruction()).isEqualTo("b of ${t1.output}");
		assertThat(plan.task("t3").instruction()).isEqualTo("c of ${t2.output} and ${t1.output}");
		assertThat(plan.task("t3").dependsOn()).containsExactly("t1", "t2");
		assertThat(plan.conclusion()).isEqualTo(new Conclusion.Reference("${t3.output}"));
	}

	@Test
	void takesMoneyOfTheObjectiveForMoney() {
		PlanRequest request = PlanRequestFixtures.of("Spend $2 on things");
		Drawn drawn = (Drawn) this.planning.readPlan(request,
				Replies.plan(Replies.think("t1", "a"), Replies.think("t2", "b"), Replies.think("t3", "Spend $2 on $1")),
				0);
		assertThat(drawn.plan().task("t3").instruction()).isEqualTo("Spend $2 on ${t1.output}");
	}

	@Test
	void addsTheDependenciesThatReferencesNeed() {
		Plan plan = plan(Replies.plan(Replies.think("t1", "a"), Replies.think("t2", "b of ${t1.output}"),
				Replies.tool("t3", "calculator", "{\"expression\":\"${t2.output}\"}", "t1")));
		assertThat(plan.task("t2").dependsOn()).containsExactly("t1");
		assertThat(plan.task("t3").dependsOn()).containsExactly("t1", "t2");
	}

	@Test
	void mergesDuplicatesAndMovesWhatPointsAtThem() {
		Drawn drawn = drawn(
				Replies.planWithFinal("template", "${t4.output} and ${t5.output}", Replies.think("t1", "Find Oslo"),
						Replies.think("t2", "find  oslo!"), Replies.think("t3", "Population of ${t1.output}"),
						Replies.think("t4", "Population of ${t2.output}"), Replies.think("t5", "Area", "t2")));
		assertThat(drawn.plan().tasks()).extracting(Task::id).containsExactly("t1", "t3", "t5");
		assertThat(drawn.plan().task("t5").dependsOn()).containsExactly("t1");
		assertThat(drawn.plan().conclusion()).isEqualTo(new Conclusion.Template("${t3.output} and ${t5.output}"));
		assertThat(drawn.warnings()).contains("t2 is the same as t1 and is merged into it",
				"t4 is the same as t3 and is merged into it");
	}

	@Test
	void takesLikenessForNoDuplicate() {
		Plan plan = plan(Replies.plan(Replies.think("t1", "Population of Oslo"),
				Replies.think("t2", "Population of Rome"), Replies.think("t3", "Calculate 3.5"),
				Replies.think("t4", "Calculate 35"), Replies.think("t5", "3 + 4"), Replies.think("t6", "3 - 4"),
				Replies.tool("t7", "calculator", "{\"expression\":\"1\"}"),
				Replies.tool("t8", "calculator", "{\"expression\":\"2\"}"),
				Replies.tool("t9", "calculator", "{\"expression\":\"2\"}", "t1")));
		assertThat(plan.tasks()).hasSize(9);
	}

	@Test
	void leavesOutWhatDoesNotLeadToTheAnswerUnlessItActs() {
		Drawn drawn = drawn(Replies.planWithFinal("reference", "${t3.output}", Replies.think("t1", "a"),
				Replies.think("t2", "stray"), Replies.think("t3", "c", "t1"), Replies.think("t4", "text of the mail"),
				Replies.tool("t5", "send_mail", "{\"to\":\"${t4.output}\"}")));
		assertThat(drawn.plan().tasks()).extracting(Task::id).containsExactly("t1", "t3", "t4", "t5");
		assertThat(drawn.warnings()).contains("t2 does not lead to the answer and is left out");
	}

	@Test
	void leavesNothingOutOfASynthesis() {
		assertThat(plan(Replies.planWithFinal("synthesize", "all", Replies.think("t1", "a"), Replies.think("t2", "b")))
			.tasks()).hasSize(2);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			null                                                  | Synthesize
			{"kind":"reference","value":"the end"}                | Synthesize
			{"kind":"reference","value":"t2"}                     | Reference
			{"kind":"reference","value":"so: ${t2.output}"}       | Template
			{"kind":"template","value":"${t2.output}"}            | Reference
			{"kind":"essay","instruction":"write"}                | Synthesize
			"${t2.output}"                                        | Reference
			7                                                     | Synthesize
			""")
	void settlesAFinalThatIsNone(String written, String kind) {
		Plan plan = plan("{\"tasks\":[" + Replies.think("t1", "a") + "," + Replies.think("t2", "b", "t1")
				+ "],\"final\":" + written + "}");
		assertThat(plan.conclusion().getClass().getSimpleName()).isEqualTo(kind);
	}

	@Test
	void takesTheOnlyTaskForTheAnswerWhenThereIsNoFinal() {
		assertThat(plan(Replies.plan(Replies.think("t1", "a"))).conclusion())
			.isEqualTo(new Conclusion.Reference("${t1.output}"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"kind\":\"regex\",\"arg\":\"(\"}", "{\"kind\":\"range\",\"arg\":\"big\"}",
			"{\"kind\":\"recompute\"}", "{\"kind\":\"prayer\",\"arg\":\"x\"}", "7", "null" })
	void leavesOutACheckThatCannotBeRead(String success) {
		Plan plan = plan("{\"tasks\":[{\"id\":\"t1\",\"instruction\":\"a\",\"assignment\":\"think\",\"success\":"
				+ success + ",\"expect\":7,\"timeout\":\"soon\",\"effort\":null,\"covers\":null,\"dependsOn\":null}]}");
		assertThat(plan.task("t1").success()).isEqualTo(Task.Success.NONE);
	}

	@Test
	void answersAPlanTaskThatIsTheObjectiveOverAgain() {
		Plan plan = plan(
				Replies.plan(Replies.task("t1", "Do it!", "plan"), Replies.task("t2", "Other things", "plan")));
		assertThat(plan.task("t1").assignment()).isEqualTo(new Assignment.Think());
		assertThat(plan.task("t2").assignment()).isEqualTo(new Assignment.SubPlan());
	}

	@Test
	void plansNoMoreTasksInTheirTurnThanHaveRoomForAChild() {
		PlanRequest narrow = new PlanRequest("Do it", PlanningMode.PLAN, null, REQUEST.tools(), 12, 4, 32_768,
				PlanRequestFixtures.BUDGET);
		Drawn drawn = (Drawn) this.planning.readPlan(narrow, Replies.plan(Replies.task("t1", "a", "plan"),
				Replies.task("t2", "b", "plan"), Replies.think("t3", "c")), 0);
		assertThat(drawn.plan().tasks()).extracting(Task::assignment)
			.containsExactly(new Assignment.SubPlan(), new Assignment.Think(), new Assignment.Think());
	}

	@Test
	void mendsTheSameWayEachTime() {
		String reply = Replies.plan(Replies.think("t1", "a"), Replies.think("t2", "A."), Replies.think("t3", "c $2"));
		assertThat(drawn(reply)).isEqualTo(drawn(reply));
	}

	private Plan plan(String reply) {
		return drawn(reply).plan();
	}

	private Drawn drawn(String reply) {
		DraftResult result = this.planning.readPlan(REQUEST, reply, 0);
		assertThat(result).isInstanceOf(Drawn.class);
		return (Drawn) result;
	}

}
