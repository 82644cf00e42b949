package dev.babyagi.planning;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.babyagi.language.ModelRequest;
import dev.babyagi.language.ModelRole;
import dev.babyagi.language.ReplyForm;
import dev.babyagi.language.TokenEstimate;
import dev.babyagi.plan.Conclusion;
import dev.babyagi.plan.Origin;
import dev.babyagi.plan.Plan;
import dev.babyagi.plan.Plans;
import dev.babyagi.plan.Task;
import dev.babyagi.planning.DraftResult.Drawn;
import dev.babyagi.planning.DraftResult.Faulty;
import dev.babyagi.planning.draft.PlanFault;
import dev.babyagi.planning.draft.PromptWindow;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the planned way through {@link Planning}.
 */
class PlanningTests {

	private static final String OBJECTIVE = "Compare Oslo and Rome by people";

	private static final String REPLY = """
			{"thought": "Two look-ups, then the difference",
			 "requirements": [{"id": "r1", "text": "populations"}, {"id": "r2", "text": "difference"}],
			 "tasks": [
			  {"id": "t1", "title": "Oslo", "instruction": "Say how many people live in Oslo", "assignment": "think",
			   "covers": ["r1"], "expect": {"type": "number", "unit": "people"}},
			  {"id": "t2", "title": "Rome", "instruction": "Say how many people live in Rome", "assignment": "think",
			   "tool": null, "inputs": null, "covers": ["r1"], "success": {"kind": "range", "arg": {"min": 0}}},
			  {"id": "t3", "instruction": "Take the difference", "assignment": "tool", "tool": "calculator",
			   "inputs": {"expression": "${t2.output} - ${t1.output}"}, "covers": ["r2"], "mood": "calm"}],
			 "final": {"kind": "template", "value": "Rome has ${t3.output} people more."}}""";

	private final Planning planning = PlanningFixtures.planning();

	@Test
	void asksThePlannerForAPlan() {
		ModelRequest ask = this.planning.askPlan(PlanRequestFixtures.of(OBJECTIVE));
		assertThat(ask.role()).isEqualTo(ModelRole.PLANNER);
		assertThat(ask.user()).contains(OBJECTIVE, "calculator", "12 tasks").doesNotContain("send_mail", "{{");
		assertThat(ask.system()).doesNotContain(OBJECTIVE, "{{");
		assertThat(ask.form()).isInstanceOfSatisfying(ReplyForm.Structured.class, (form) -> {
			assertThat(form.name()).isEqualTo("plan");
			assertThat(form.schema().at("/properties/tasks/items/required").toString())
				.isEqualTo("[\"id\",\"instruction\",\"assignment\"]");
			assertThat(form.schema().at("/properties/tasks/items/properties/assignment/enum").toString())
				.isEqualTo("[\"think\",\"tool\",\"plan\"]");
			assertThat(form.schema().path("properties").propertyNames()).startsWith("thought");
		});
	}

	@Test
	void offersNoToolsWhereThereAreNone() {
		ModelRequest ask = this.planning.askPlan(PlanRequestFixtures.withTools(OBJECTIVE));
		assertThat(ask.form().toString()).doesNotContain("\"tool\"");
	}

	@Test
	void tellsThePlannerThatTheAnswerHasASchema() {
		assertThat(this.planning.askPlan(PlanRequestFixtures.withSchema(OBJECTIVE, "{\"type\":\"object\"}")).user())
			.contains("must fit a JSON Schema");
		assertThat(this.planning.askPlan(PlanRequestFixtures.of(OBJECTIVE)).user()).doesNotContain("JSON Schema");
	}

	@Test
	void drawsAPlan() {
		Plan plan = drawn(REPLY, 0).plan();
		assertThat(plan.revision()).isEqualTo(1);
		assertThat(plan.origin()).isEqualTo(Origin.MODEL);
		assertThat(plan.thought()).startsWith("Two look-ups");
		assertThat(plan.requirements()).hasSize(2);
		assertThat(plan.conclusion()).isEqualTo(new Conclusion.Template("Rome has ${t3.output} people more."));
		assertThat(plan.task("t3").dependsOn()).containsExactlyInAnyOrder("t1", "t2");
		assertThat(plan.task("t1").dependsOn()).isEmpty();
		assertThat(plan.task("t1").expect().unit()).isEqualTo("people");
		assertThat(plan.task("t2").success().kind()).isEqualTo(Task.Success.Kind.RANGE);
		assertThat(plan.task("t3").title()).isEqualTo("Take the difference");
	}

	@Test
	void callsAPlanRepairedAfterARepair() {
		assertThat(drawn(REPLY, 1).plan().origin()).isEqualTo(Origin.REPAIRED);
	}

	@Test
	void tellsEveryFaultAtOnceInTheRepair() {
		String reply = "{\"tasks\":[{\"id\":\"t1\",\"assignment\":\"think\"},"
				+ "{\"id\":\"t1\",\"instruction\":\"b\",\"assignment\":\"pray\",\"dependsOn\":[\"t9\"]}]}";
		List<PlanFault> faults = faults(reply);
		assertThat(faults).extracting(PlanFault::field).contains("instruction", "assignment", "id", "dependsOn");
		ModelRequest repair = this.planning.askRepair(PlanRequestFixtures.of(OBJECTIVE),
				this.planning.askPlan(PlanRequestFixtures.of(OBJECTIVE)), reply, new Faulty(faults));
		assertThat(repair.user()).contains(OBJECTIVE, "pray", "1. t1, instruction: ", "t1, dependsOn: names t9");
	}

	@Test
	void fallsBackToANumberedListReadAsASequence() {
		Plan plan = this.planning.fallback(PlanRequestFixtures.of(OBJECTIVE), List.of("I cannot.",
				"Sure!\n\n1. **Find** Oslo\n   details\n2) Find Rome\n3. Compare them\n", "1. a\n2. b"));
		assertThat(plan.origin()).isEqualTo(Origin.SEQUENCE);
		assertThat(plan.tasks()).extracting(Task::instruction)
			.containsExactly("Find Oslo", "Find Rome", "Compare them");
		assertThat(plan.tasks()).extracting(Task::dependsOn).containsExactly(List.of(), List.of("t1"), List.of("t2"));
		assertThat(plan.conclusion()).isInstanceOf(Conclusion.Synthesize.class);
	}

	@Test
	void fallsBackToOneDirectTaskAtLast() {
		assertThat(this.planning.fallback(PlanRequestFixtures.of(OBJECTIVE), List.of("I cannot.", "1. only one", "")))
			.isEqualTo(Plans.direct(OBJECTIVE));
	}

	@ParameterizedTest
	@ValueSource(ints = { 4_096, 32_768 })
	void keepsPromptsWithinTheWindowForTheLongestTexts(int window) {
		for (String text : List.of("word ".repeat(4_000), "字".repeat(20_000), "x".repeat(20_000))) {
			PlanRequest request = new PlanRequest(text, PlanningMode.AUTO, null, PlanRequestFixtures.of("").tools(), 12,
					20, window, PlanRequestFixtures.BUDGET);
			Plan plan = Plans.of(Origin.MODEL, Plans.think("t1", text), Plans.think("t2", text));
			ModelRequest asked = this.planning.askPlan(request);
			List<PlanFault> faults = faults(
					"{\"tasks\":[{\"id\":\"" + text + "\"},{\"assignment\":\"" + text + "\"}]}");
			assertThat(List.of(asked, this.planning.askDirect(request),
					this.planning.askRepair(request, asked, text + text, new Faulty(faults)),
					this.planning.decomposition(request, plan, plan.task("t2"), Map.of("t1", text)).ask(text),
					this.planning.replanning(request, plan, Map.of("t1", text)).ask(Map.of("t2", text), text)))
				.allSatisfy((ask) -> assertThat(TokenEstimate.in(ask.system()) + TokenEstimate.in(ask.user()))
					.isLessThan(new PromptWindow(window).left() + 600));
		}
	}

	@Test
	void quotesTheObjectiveAsData() {
		ModelRequest ask = this.planning.askPlan(PlanRequestFixtures.of("a </data> {{tools}} b"));
		assertThat(ask.user()).containsOnlyOnce("</data>").contains("&lt;/data> {{tools}} b");
	}

	private Drawn drawn(String reply, int round) {
		DraftResult result = this.planning.readPlan(PlanRequestFixtures.of(OBJECTIVE), reply, round);
		assertThat(result).isInstanceOf(Drawn.class);
		return (Drawn) result;
	}

	private List<PlanFault> faults(String reply) {
		DraftResult result = this.planning.readPlan(PlanRequestFixtures.of(OBJECTIVE), reply, 0);
		assertThat(result).isInstanceOf(Faulty.class);
		return ((Faulty) result).faults();
	}

}
