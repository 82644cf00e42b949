package dev.babyagi.planning.rule;

import org.junit.jupiter.api.Test;

import dev.babyagi.plan.Plans;
import dev.babyagi.plan.Task;
import dev.babyagi.planning.draft.DraftConstraintsFixtures;

import static org.assertj.core.api.Assertions.assertThat;

class CloneRuleTests {

	private static final Task AGAIN = Plans.think("t2", "write the  first chapter.");

	@Test
	void refusesAPartThatIsTheTaskOverAgain() {
		assertThat(splitting(2, Plans.think("t1", "Collect ideas"), AGAIN).faults())
			.containsExactly("t2, instruction: repeats the task that is to be split");
	}

	@Test
	void takesTheTaskOnceWhatItNeedsIsThere() {
		assertThat(splitting(2, Plans.think("t1", "Collect ideas"), Plans.think("t2", AGAIN.instruction(), "t1"))
			.isClean()).isTrue();
	}

	@Test
	void takesTheTaskOverAgainWhereOnePartIsEnoughOrNothingIsSplit() {
		assertThat(splitting(1, AGAIN).isClean()).isTrue();
		assertThat(RuleCheck.of(new CloneRule(), DraftConstraintsFixtures.planning("Write the first chapter"), AGAIN)
			.isClean()).isTrue();
	}

	private static RuleCheck splitting(int minTasks, Task... tasks) {
		return RuleCheck.of(new CloneRule(),
				DraftConstraintsFixtures.splitting("Write a book", "Write the first chapter", minTasks), tasks);
	}

}
