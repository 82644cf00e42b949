package dev.babyagi.planning;

import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.babyagi.language.ModelRequest;
import dev.babyagi.plan.Conclusion;
import dev.babyagi.plan.Origin;
import dev.babyagi.plan.Plan;
import dev.babyagi.plan.Plans;
import dev.babyagi.plan.Task;
import dev.babyagi.planning.DraftResult.Drawn;
import dev.babyagi.planning.DraftResult.Faulty;
import dev.babyagi.planning.draft.PlanFault;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Replanning}.
 */
class ReplanningTests {

	private static final PlanRequest REQUEST = PlanRequestFixtures.of("Describe cities");

	private static final Map<String, String> FINISHED = Map.of("t1", "Oslo, Rome, Paris", "t2", "Oslo is cold");

	private final Planning planning = PlanningFixtures.planning();

	@Test
	void asksWithWhatIsFinishedAndWhatFailed() {
		ModelRequest ask = replanning(Plans.diamond()).ask(Map.of("t3", "It was empty"), "t3 failed </data>");
		assertThat(ask.user())
			.contains("Output: Oslo is cold", "Failed: It was empty", "Describe the third\nNot finished",
					"t3 failed &lt;/data>", "1 to 12 new tasks", "t6", "t7")
			.doesNotContain("{{");
	}

	@Test
	void freezesWhatIsFinishedAndNumbersOn() {
		Plan plan = drawn(Plans.diamond(),
				Replies.planWithFinal("reference", "${t7.output}", Replies.think("t6", "Look at ${t1.output}"),
						Replies.think("t7", "Join ${t6.output} and ${t2.output}")));
		assertThat(plan.revision()).isEqualTo(2);
		assertThat(plan.origin()).isEqualTo(Origin.REPLANNED);
		assertThat(plan.tasks()).extracting(Task::id).containsExactly("t1", "t2", "t6", "t7");
		assertThat(plan.task("t2")).isEqualTo(Plans.diamond().task("t2"));
		assertThat(plan.task("t7").dependsOn()).containsExactly("t6", "t2");
	}

	@Test
	void neverReusesAnId() {
		Plan plan = drawn(Plans.diamond(),
				Replies.planWithFinal("template", "${t3.output} ${t1.output}", Replies.think("t3", "Other than before"),
						Replies.think("t1", "Not the list"), Replies.think("t2", "describe the FIRST")));
		assertThat(plan.tasks()).extracting(Task::id).containsExactly("t1", "t2", "t6", "t7");
		assertThat(plan.conclusion()).isEqualTo(new Conclusion.Template("${t6.output} ${t7.output}"));
	}

	@Test
	void mergesANewTaskIntoAFinishedOneThatIsTheSame() {
		Plan plan = drawn(Plans.diamond(),
				Replies.plan(Replies.think("t6", "List three cities."), Replies.think("t7", "New of ${t6.output}")));
		assertThat(plan.tasks()).extracting(Task::id).containsExactly("t1", "t2", "t7");
		assertThat(plan.task("t7").instruction()).isEqualTo("New of ${t1.output}");
	}

	@Test
	void wantsSomethingNew() {
		assertThat(replanning(Plans.diamond()).read(Replies.plan(Replies.think("t1", "List three cities")), 0))
			.isInstanceOf(Faulty.class);
	}

	@Test
	void refusesReferencesToWhatIsGivenUp() {
		assertThat(replanning(Plans.diamond()).read(Replies.plan(Replies.think("t6", "Use ${t4.output}")), 0))
			.isInstanceOfSatisfying(Faulty.class, (faulty) -> assertThat(faulty.faults()).extracting(PlanFault::line)
				.containsExactly("t6, references: names t4, which is no task of the plan"));
	}

	@Test
	void seesThatASuffixIsTheSameAgain() {
		Replanning replanning = replanning(Plans.diamond());
		Plan same = drawn(Plans.diamond(),
				Replies.plan(Replies.think("t6", "Describe the second!", "t1"),
						Replies.think("t7", "describe the third", "t1"),
						Replies.think("t8", "Compare the descriptions", "t7", "t2", "t6")));
		assertThat(replanning.isSameAgain(same)).isTrue();
		Plan other = drawn(Plans.diamond(),
				Replies.plan(Replies.think("t6", "Describe the second!", "t1"),
						Replies.think("t7", "describe the third", "t1"),
						Replies.think("t8", "Compare the descriptions", "t7")));
		assertThat(replanning.isSameAgain(other)).isFalse();
	}

	@Test
	void keepsFinishedChildrenOfAParentThatIsGivenUp() {
		Plan before = ((Drawn) this.planning
			.decomposition(REQUEST, Plans.diamond(), Plans.diamond().task("t3"), FINISHED)
			.read(Replies.fan(2), 0)).plan();
		DraftResult result = this.planning.replanning(REQUEST, before, Map.of("t1", "x", "t3-1", "y"))
			.read(Replies.plan(Replies.think("t6", "More of ${t3-1.output}")), 0);
		Plan plan = ((Drawn) result).plan();
		assertThat(plan.tasks()).extracting(Task::id).containsExactly("t1", "t3-1", "t6");
		assertThat(plan.childConclusions()).isEmpty();
	}

	@Test
	void keepsTheRequirementsAndWantsThemCovered() {
		Plan first = ((Drawn) this.planning.readPlan(REQUEST,
				"{\"requirements\":[\"north\",\"south\"],\"tasks\":["
						+ "{\"id\":\"t1\",\"instruction\":\"a\",\"assignment\":\"think\",\"covers\":[\"r1\"]},"
						+ "{\"id\":\"t2\",\"instruction\":\"b\",\"assignment\":\"think\",\"covers\":[\"r2\"]}]}",
				0))
			.plan();
		Replanning replanning = this.planning.replanning(REQUEST, first, Map.of("t1", "x"));
		assertThat(replanning.ask(Map.of(), "gap").user()).contains("r2: south");
		String reply = "{\"tasks\":[{\"id\":\"t3\",\"instruction\":\"c\",\"assignment\":\"think\",\"covers\":[\"%s\"]}]}";
		assertThat(replanning.read(reply.formatted("r1"), 0)).isInstanceOf(Faulty.class);
		assertThat(replanning.read(reply.formatted("r2"), 0)).isInstanceOfSatisfying(Drawn.class,
				(drawn) -> assertThat(drawn.plan().requirements()).isEqualTo(first.requirements()));
	}

	@Test
	void endsAtTheLimitOfTasks() {
		PlanRequest narrow = new PlanRequest("Do it", PlanningMode.PLAN, null, REQUEST.tools(), 12, 2, 32_768,
				PlanRequestFixtures.BUDGET);
		assertThat(this.planning.replanning(narrow, Plans.diamond(), FINISHED).isPossible()).isFalse();
		assertThat(this.planning.replanning(narrow, Plans.diamond(), Map.of("t1", "x")).isPossible()).isTrue();
	}

	private Replanning replanning(Plan plan) {
		return this.planning.replanning(REQUEST, plan, FINISHED);
	}

	private Plan drawn(Plan plan, String reply) {
		DraftResult result = replanning(plan).read(reply, 0);
		assertThat(result).isInstanceOf(Drawn.class);
		return ((Drawn) result).plan();
	}

}
