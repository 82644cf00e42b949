package dev.babyagi.planning.rule;

import org.junit.jupiter.api.Test;

import dev.babyagi.plan.Plans;
import dev.babyagi.planning.draft.DraftConstraintsFixtures;

import static org.assertj.core.api.Assertions.assertThat;

class NumberRuleTests {

	@Test
	void warnsOfNumbersThatNoTaskMentions() {
		RuleCheck check = RuleCheck.of(new NumberRule(), DraftConstraintsFixtures.planning("Add 12, 3.50 and 7"),
				Plans.think("t1", "Take 112 and 3.5"));
		assertThat(check.warnings()).containsExactly("No task mentions 12, 7, which the objective does");
		assertThat(check.faults()).isEmpty();
	}

	@Test
	void findsNumbersInInstructionsAndInputsHoweverTheyAreWritten() {
		assertThat(RuleCheck
			.of(new NumberRule(), DraftConstraintsFixtures.planning("Add 1,500 and 2.50 and 7"),
					Plans.think("t1", "Take 1500"), Plans.tool("t2", "lookup", "{\"city\":\"2.5\",\"rows\":[7]}"))
			.isClean()).isTrue();
	}

	@Test
	void countsFinishedTasks() {
		assertThat(RuleCheck
			.of(new NumberRule(), DraftConstraintsFixtures.keeping("Add 3 and 4", Plans.think("t1", "Take 3")),
					Plans.think("t2", "Take 4"))
			.isClean()).isTrue();
	}

	@Test
	void asksOfPartsOnlyTheNumbersOfTheTaskThatIsSplit() {
		assertThat(RuleCheck
			.of(new NumberRule(), DraftConstraintsFixtures.splitting("Add 3 and 4", "Take 3", 2),
					Plans.think("t1", "Find 3"), Plans.think("t2", "Take it"))
			.isClean()).isTrue();
	}

}
