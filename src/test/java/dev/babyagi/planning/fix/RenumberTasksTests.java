package dev.babyagi.planning.fix;

import org.junit.jupiter.api.Test;

import dev.babyagi.plan.Conclusion;
import dev.babyagi.plan.Plans;
import dev.babyagi.plan.Task;
import dev.babyagi.planning.draft.DraftConstraintsFixtures;
import dev.babyagi.planning.draft.PlanDraft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class RenumberTasksTests {

	@Test
	void numbersTasksOnAndMovesWhatRefersToThem() {
		PlanDraft mended = Mending.with(new RenumberTasks("t", 2))
			.mend(Mending.draft("${t2.output}", Plans.think("t1", "a"), Plans.think("t2", "b of ${t1.output}", "t1")));
		assertThat(mended.tasks()).extracting(Task::id, Task::instruction)
			.containsExactly(tuple("t2", "a"), tuple("t3", "b of ${t2.output}"));
		assertThat(mended.tasks().getLast().dependsOn()).containsExactly("t2");
		assertThat(mended.conclusion()).isEqualTo(new Conclusion.Template("${t3.output}"));
	}

	@Test
	void namesChildrenAfterTheirParentWhateverTheyWereCalled() {
		assertThat(Mending.with(new RenumberTasks("t3-", 1))
			.mend(Plans.think("t9", "a"), Plans.think("gather", "b", "t9")))
			.containsExactly(Plans.think("t3-1", "a"), Plans.think("t3-2", "b", "t3-1"));
	}

	@Test
	void dropsAFinishedTaskThatIsWrittenOnceMoreAndPointsAtTheFinishedOne() {
		Mending replanning = Mending.with(new RenumberTasks("t", 4),
				DraftConstraintsFixtures.keeping("Do it", Plans.think("t1", "Find it")));
		assertThat(replanning.mend(Plans.think("t1", "find it."), Plans.think("t2", "Describe it", "t1")))
			.containsExactly(Plans.think("t4", "Describe it", "t1"));
	}

	@Test
	void takesTheNameOfAFinishedTaskWithOtherWorkForANewTask() {
		Mending replanning = Mending.with(new RenumberTasks("t", 4),
				DraftConstraintsFixtures.keeping("Do it", Plans.think("t1", "Find it")));
		assertThat(replanning.mend(Plans.think("t1", "Find another"), Plans.think("t2", "Describe it", "t1")))
			.containsExactly(Plans.think("t4", "Find another"), Plans.think("t5", "Describe it", "t4"));
	}

	@Test
	void keepsTheWorkOfAFinishedTaskUnderAnotherNameForTheFixOfDuplicates() {
		Mending replanning = Mending.with(new RenumberTasks("t", 4),
				DraftConstraintsFixtures.keeping("Do it", Plans.think("t1", "Find it")));
		assertThat(replanning.mend(Plans.think("t3", "Find it"))).containsExactly(Plans.think("t4", "Find it"));
	}

	@Test
	void leavesAnIdThatIsUsedTwiceDouble() {
		assertThat(Mending.with(new RenumberTasks("t", 4)).mend(Plans.think("t1", "a"), Plans.think("t1", "b")))
			.extracting(Task::id)
			.containsExactly("t4", "t4");
	}

}
