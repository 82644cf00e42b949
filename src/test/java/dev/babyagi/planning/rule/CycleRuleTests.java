package dev.babyagi.planning.rule;

import org.junit.jupiter.api.Test;

import dev.babyagi.plan.Plans;
import dev.babyagi.plan.Task;

import static org.assertj.core.api.Assertions.assertThat;

class CycleRuleTests {

	@Test
	void namesTheCycleAtATaskThatIsInIt() {
		assertThat(RuleCheck
			.of(new CycleRule(), Plans.think("t1", "a", "t2"), Plans.think("t2", "b", "t3"),
					Plans.think("t3", "c", "t2"))
			.faults()).containsExactly("t2, dependsOn: is a cycle: t2 -> t3 -> t2");
	}

	@Test
	void leavesATaskThatNamesItselfToTheRuleOfLinks() {
		Task itself = Plans.think("t1", "a", "t1");
		assertThat(RuleCheck.of(new CycleRule(), itself).isClean()).isTrue();
		assertThat(RuleCheck.of(new LinkRule(), itself).faults()).hasSize(1);
	}

	@Test
	void isContentWithADiamond() {
		assertThat(RuleCheck.of(new CycleRule(), Plans.diamond().tasks().toArray(Task[]::new)).isClean()).isTrue();
	}

}
