package dev.babyagi.planning.fix;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.babyagi.plan.Conclusion;
import dev.babyagi.plan.Plans;
import dev.babyagi.plan.Task;
import dev.babyagi.planning.draft.DraftConstraintsFixtures;
import dev.babyagi.planning.draft.PlanDraft;

import static org.assertj.core.api.Assertions.assertThat;

class MergeDuplicatesTests {

	private final Mending mending = Mending.with(new MergeDuplicates());

	@Test
	void movesWhatPointsAtTheOneLeftOut() {
		PlanDraft mended = this.mending.mend(Mending.draft("${t2.output} is ${t3.output}", Plans.think("t1", "Find it"),
				Plans.think("t2", "find it!"), Plans.think("t3", "Describe ${t2.output}", "t2")));
		assertThat(mended.tasks()).extracting(Task::id).containsExactly("t1", "t3");
		assertThat(mended.tasks().getLast().instruction()).isEqualTo("Describe ${t1.output}");
		assertThat(mended.tasks().getLast().dependsOn()).containsExactly("t1");
		assertThat(mended.conclusion()).isEqualTo(new Conclusion.Template("${t1.output} is ${t3.output}"));
		assertThat(this.mending.warnings()).containsExactly("t2 is the same as t1 and is merged into it");
	}

	@Test
	void mergesTasksThatBecomeTheSameWhenWhatTheyNeedIsMerged() {
		List<Task> mended = this.mending.mend(Plans.tool("t1", "lookup", "{\"city\":\"Oslo\"}"),
				Plans.tool("t2", "lookup", "{\"city\":\"Oslo\"}"),
				Plans.tool("t3", "lookup", "{\"city\":\"${t1.output}\"}", "t1"),
				Plans.tool("t4", "lookup", "{\"city\":\"${t2.output}\"}", "t2"));
		assertThat(mended).extracting(Task::id).containsExactly("t1", "t3");
	}

	@Test
	void letsTheOneKeptCoverWhatBothDid() {
		List<Task> mended = this.mending.mend(Plans.think("t1", "Find it").withCovers(List.of("r1")),
				Plans.think("t2", "Find it").withCovers(List.of("r2", "r1")));
		assertThat(mended).extracting(Task::covers).containsExactly(List.of("r1", "r2"));
	}

	@Test
	void mergesIntoAFinishedTask() {
		Mending replanning = Mending.with(new MergeDuplicates(),
				DraftConstraintsFixtures.keeping("Do it", Plans.think("t1", "Find it")));
		assertThat(replanning.mend(Plans.think("t7", "find it"), Plans.think("t8", "Describe it", "t7")))
			.containsExactly(Plans.think("t8", "Describe it", "t1"));
	}

	@Test
	void takesLikenessOrOtherDependenciesOrAnotherDoerForNoDuplicate() {
		List<Task> different = List.of(Plans.think("t1", "Population of Oslo"), Plans.think("t2", "Population of Rome"),
				Plans.think("t3", "Population of Oslo", "t2"), Plans.subPlan("t4", "Population of Oslo"),
				Plans.tool("t5", "lookup", "{\"rows\":1}"), Plans.tool("t6", "lookup", "{\"rows\":2}"));
		assertThat(this.mending.mend(PlanDraft.of(different)).tasks()).isEqualTo(different);
		assertThat(this.mending.warnings()).isEmpty();
	}

	@Test
	void leavesADraftAloneThatHasACycleOrAnIdTwice() {
		PlanDraft cycle = PlanDraft.of(List.of(Plans.think("t1", "a", "t2"), Plans.think("t2", "b", "t1"),
				Plans.think("t3", "c"), Plans.think("t4", "c")));
		PlanDraft twice = PlanDraft.of(List.of(Plans.think("t1", "a"), Plans.think("t1", "b"), Plans.think("t3", "a")));
		assertThat(this.mending.mend(cycle)).isEqualTo(cycle);
		assertThat(this.mending.mend(twice)).isEqualTo(twice);
	}

}
