package dev.babyagi.planning.fix;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.babyagi.plan.Assignment;
import dev.babyagi.plan.Plans;
import dev.babyagi.plan.Task;
import dev.babyagi.planning.draft.DraftConstraintsFixtures;

import static org.assertj.core.api.Assertions.assertThat;

class BoundNestingTests {

	private static final Assignment THINK = new Assignment.Think();

	private static final Assignment PLAN = new Assignment.SubPlan();

	@Test
	void leavesAPlanWhereThereIsRoomForAChildOfEach() {
		Mending mending = nesting(4, true);
		assertThat(mending.mend(Plans.subPlan("t1", "a"), Plans.subPlan("t2", "b"))).extracting(Task::assignment)
			.containsExactly(PLAN, PLAN);
		assertThat(mending.warnings()).isEmpty();
	}

	@Test
	void answersWhatComesAfterTheRoomIsUsedUp() {
		Mending mending = nesting(4, true);
		assertThat(mending.mend(Plans.subPlan("t1", "a"), Plans.think("t2", "b"), Plans.subPlan("t3", "c")))
			.extracting(Task::assignment)
			.containsExactly(PLAN, THINK, THINK);
		assertThat(mending.warnings()).singleElement().asString().startsWith("t3: ").contains("no room");
	}

	@Test
	void answersEveryPlanBelowTheLimitOfDepth() {
		Mending mending = nesting(20, false);
		assertThat(mending.mend(Plans.subPlan("t1", "a"))).containsExactly(Plans.think("t1", "a"));
		assertThat(mending.warnings()).singleElement().asString().contains("limit of depth");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Write a book.", "write  the first chapter!" })
	void answersAPlanThatIsTheObjectiveOrTheGoalOverAgain(String instruction) {
		Mending mending = nesting(20, true);
		assertThat(mending.mend(Plans.subPlan("t1", instruction), Plans.subPlan("t2", "Write a page")))
			.extracting(Task::assignment)
			.containsExactly(THINK, PLAN);
		assertThat(mending.warnings()).singleElement().asString().contains("repeats the goal");
	}

	private static Mending nesting(int room, boolean mayNest) {
		return Mending.with(new BoundNesting(),
				DraftConstraintsFixtures.nesting("Write a book", "Write the first chapter", room, mayNest));
	}

}
