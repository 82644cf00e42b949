package dev.babyagi.planning.fix;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.babyagi.plan.Conclusion;
import dev.babyagi.plan.Plans;
import dev.babyagi.plan.Task;
import dev.babyagi.planning.draft.DraftConstraintsFixtures;
import dev.babyagi.planning.draft.PlanDraft;

import static org.assertj.core.api.Assertions.assertThat;

class PruneTasksTests {

	private final Mending mending = Mending.with(new PruneTasks());

	@Test
	void leavesOutWhatDoesNotLeadToTheAnswer() {
		PlanDraft mended = this.mending.mend(Mending.draft("So: ${t4.output}", Plans.think("t1", "a"),
				Plans.think("t2", "stray", "t1"), Plans.think("t3", "b", "t1"), Plans.think("t4", "c", "t3")));
		assertThat(mended.tasks()).extracting(Task::id).containsExactly("t1", "t3", "t4");
		assertThat(this.mending.warnings()).containsExactly("t2 does not lead to the answer and is left out");
	}

	@Test
	void keepsASideEffectAndWhatItNeeds() {
		PlanDraft mended = this.mending.mend(Mending.draft("${t1.output}", Plans.think("t1", "a"),
				Plans.think("t2", "text"), Plans.tool("t3", "send_mail", "{}", "t2").withSideEffect(true)));
		assertThat(mended.tasks()).hasSize(3);
	}

	@Test
	void walksACycleOnce() {
		PlanDraft draft = Mending.draft("${t1.output}", Plans.think("t1", "a", "t2"), Plans.think("t2", "b", "t1"));
		assertThat(this.mending.mend(draft)).isEqualTo(draft);
	}

	@Test
	void leavesNothingOutWhenEverythingIsReadOrTheAnswerNamesNoTask() {
		PlanDraft draft = PlanDraft.of(List.of(Plans.think("t1", "a"), Plans.think("t2", "b")));
		PlanDraft synthesis = draft.withConclusion(new Conclusion.Synthesize("From ${t1.output}"));
		PlanDraft dangling = Mending.draft("${t1.output} ${t9.output}", Plans.think("t1", "a"), Plans.think("t2", "b"));
		assertThat(this.mending.mend(draft)).isEqualTo(draft);
		assertThat(this.mending.mend(synthesis)).isEqualTo(synthesis);
		assertThat(this.mending.mend(dangling)).isEqualTo(dangling);
	}

	@Test
	void takesAFinishedTaskForAnAnswerThatIsThere() {
		Mending replanning = Mending.with(new PruneTasks(),
				DraftConstraintsFixtures.keeping("Do it", Plans.think("t1", "a")));
		assertThat(replanning
			.mend(Mending.draft("${t1.output} ${t7.output}", Plans.think("t7", "b"), Plans.think("t8", "stray")))
			.tasks()).extracting(Task::id).containsExactly("t7");
	}

}
