package dev.babyagi.planning;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.babyagi.language.ModelRequest;
import dev.babyagi.plan.Assignment;
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
 * Tests for {@link Decomposition}.
 */
class DecompositionTests {

	private static final PlanRequest REQUEST = PlanRequestFixtures.of("Describe three cities");

	private final Planning planning = PlanningFixtures.planning();

	@Test
	void asksForTheChildrenOfOneTask() {
		ModelRequest ask = of(Plans.diamond(), "t3").ask("It did not fit </data>");
		assertThat(ask.user())
			.contains("Describe three cities", "Describe the second", "It did not fit &lt;/data>", "Output: Oslo",
					"2 to 5", "t3-1", "t3-2")
			.doesNotContain("{{");
	}

	@Test
	void addsTheChildrenAfterTheirParentInANewRevision() {
		Plan plan = drawn(of(Plans.diamond(), "t3"), Replies.planWithFinal("template", "${t3-1.output}; ${t3-2.output}",
				Replies.think("t3-1", "Its people"), Replies.think("t3-2", "Its rivers of ${t1.output}", "t3-1")));
		assertThat(plan.revision()).isEqualTo(2);
		assertThat(plan.origin()).isEqualTo(Origin.DECOMPOSED);
		assertThat(plan.tasks()).extracting(Task::id).containsExactly("t1", "t2", "t3", "t3-1", "t3-2", "t4", "t5");
		assertThat(plan.tasks()).containsAll(Plans.diamond().tasks());
		assertThat(plan.children("t3")).extracting(Task::id).containsExactly("t3-1", "t3-2");
		assertThat(plan.task("t3-1").dependsOn()).as("it sees what its parent saw").containsExactly("t1");
		assertThat(plan.task("t3-2").dependsOn()).containsExactly("t3-1", "t1");
		assertThat(plan.childConclusions())
			.isEqualTo(Map.of("t3", new Conclusion.Template("${t3-1.output}; ${t3-2.output}")));
		assertThat(plan.conclusion()).isEqualTo(Plans.diamond().conclusion());
	}

	@Test
	void namesTheChildrenAfterTheirParentWhateverTheyAreCalled() {
		Plan plan = drawn(of(Plans.diamond(), "t3"), Replies.planWithFinal("reference", "$2",
				Replies.think("t1", "Its people"), Replies.think("t2", "More of ${t1.output}")));
		assertThat(plan.task("t3-2").instruction()).isEqualTo("More of ${t3-1.output}");
		assertThat(plan.childConclusions()).containsValue(new Conclusion.Reference("${t3-2.output}"));
	}

	@Test
	void refusesChildrenThatAreTheTaskOverAgainOrTooFewOrNeedWhatIsUnfinished() {
		List<PlanFault> faults = faults(of(Plans.diamond(), "t3"),
				Replies.plan(Replies.think("t3-1", "describe the second")));
		assertThat(faults).extracting(PlanFault::field).containsExactly("tasks", "instruction");
		assertThat(faults(of(Plans.diamond(), "t3"),
				Replies.plan(Replies.think("t3-1", "a", "t4"), Replies.think("t3-2", "b of ${t3.output}"))))
			.extracting(PlanFault::line)
			.containsExactly("t3-1, dependsOn: names t4, which is no task of the plan",
					"t3-2, references: names t3, which is no task of the plan");
	}

	@Test
	void endsAtTheLimitOfDepth() {
		Plan first = drawn(of(Plans.diamond(), "t3"),
				Replies.plan(Replies.task("t3-1", "a", "plan"), Replies.think("t3-2", "b")));
		assertThat(first.task("t3-1").assignment()).isEqualTo(new Assignment.SubPlan());
		Plan second = drawn(of(first, "t3-1"),
				Replies.plan(Replies.task("t3-1-1", "c", "plan"), Replies.think("t3-1-2", "d")));
		assertThat(second.task("t3-1-1").assignment()).isEqualTo(new Assignment.Think());
		assertThat(second.revision()).isEqualTo(3);
		assertThat(second.childConclusions().keySet()).containsExactly("t3", "t3-1");
		assertThat(of(second, "t3-1-1").isPossible()).isFalse();
	}

	@Test
	void endsAtTheLimitOfTasks() {
		PlanRequest narrow = new PlanRequest("Do it", PlanningMode.PLAN, null, REQUEST.tools(), 12, 6, 32_768,
				PlanRequestFixtures.BUDGET);
		Plan diamond = Plans.diamond();
		assertThat(this.planning.decomposition(narrow, diamond, diamond.task("t3"), Map.of()).isPossible()).isFalse();
		Plan plan = Plans.of(Origin.MODEL, Plans.think("t1", "a"), Plans.think("t2", "b"), Plans.think("t3", "c"));
		Decomposition roomy = this.planning.decomposition(narrow, plan, plan.task("t3"), Map.of());
		assertThat(roomy.isPossible()).isTrue();
		assertThat(roomy.read(Replies.fan(4), 0)).isInstanceOf(Faulty.class);
		assertThat(roomy.read(Replies.fan(3), 0)).isInstanceOf(Drawn.class);
	}

	@Test
	void splitsATaskOnce() {
		Plan plan = drawn(of(Plans.diamond(), "t3"), Replies.fan(2));
		assertThat(of(plan, "t3").isPossible()).isFalse();
	}

	@Test
	void drawsThePlanOfAPlanTask() {
		Plan before = Plans.of(Origin.MODEL, Plans.subPlan("t1", "See to the rest"));
		Plan plan = drawn(of(before, "t1"), Replies.plan(Replies.think("t1-1", "See to it")));
		assertThat(plan.task("t1")).isEqualTo(before.task("t1"));
		assertThat(plan.childConclusions()).containsEntry("t1", new Conclusion.Reference("${t1-1.output}"));
	}

	@Test
	void fallsBackToASequenceOrOneChildForAPlanTask() {
		Plan before = Plans.of(Origin.MODEL, Plans.think("t1", "Find it"),
				Plans.subPlan("t2", "See to ${t1.output}", "t1"));
		Plan sequence = of(before, "t2").fallback(List.of("1. first\n2. second")).orElseThrow();
		assertThat(sequence.children("t2")).extracting(Task::dependsOn).containsExactly(List.of("t1"), List.of("t2-1"));
		Plan one = of(before, "t2").fallback(List.of("no")).orElseThrow();
		assertThat(one.task("t2-1").assignment()).isEqualTo(new Assignment.Think());
		assertThat(one.task("t2-1").instruction()).isEqualTo("See to ${t1.output}");
		assertThat(one.task("t2-1").dependsOn()).containsExactly("t1");
		assertThat(one.childConclusions()).containsEntry("t2", new Conclusion.Reference("${t2-1.output}"));
	}

	@Test
	void hasNoFallbackForATaskThatStalled() {
		assertThat(of(Plans.diamond(), "t3").fallback(List.of("no"))).isEmpty();
	}

	private Decomposition of(Plan plan, String taskId) {
		return this.planning.decomposition(REQUEST, plan, plan.task(taskId), Map.of("t1", "Oslo"));
	}

	private static Plan drawn(Decomposition decomposition, String reply) {
		DraftResult result = decomposition.read(reply, 0);
		assertThat(result).isInstanceOf(Drawn.class);
		return ((Drawn) result).plan();
	}

	private static List<PlanFault> faults(Decomposition decomposition, String reply) {
		DraftResult result = decomposition.read(reply, 0);
		assertThat(result).isInstanceOf(Faulty.class);
		return ((Faulty) result).faults();
	}

}
