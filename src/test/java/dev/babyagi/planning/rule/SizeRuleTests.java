package dev.babyagi.planning.rule;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.babyagi.plan.Plans;
import dev.babyagi.planning.draft.DraftConstraintsFixtures;
import dev.babyagi.planning.draft.PlanDraft;

import static org.assertj.core.api.Assertions.assertThat;

class SizeRuleTests {

	@ParameterizedTest
	@CsvSource({ "1,12,1", "1,12,12", "2,5,2", "2,5,5" })
	void takesAsManyTasksAsAreWantedAndAllowed(int minTasks, int maxTasks, int size) {
		assertThat(check(minTasks, maxTasks, size)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "1,12,13,1 to 12", "2,5,1,2 to 5", "2,5,6,2 to 5", "1,1,2,1 at most" })
	void saysHowManyTasksAreWantedAndHowManyThereAre(int minTasks, int maxTasks, int size, String wanted) {
		assertThat(check(minTasks, maxTasks, size))
			.containsExactly("tasks: must be " + wanted + ", but there are " + size);
	}

	@ParameterizedTest
	@CsvSource({ "1,12", "2,5" })
	void takesNoPlanWithoutTasks(int minTasks, int maxTasks) {
		RuleCheck check = RuleCheck.of(new SizeRule(), DraftConstraintsFixtures.sized(minTasks, maxTasks),
				PlanDraft.of(List.of()));
		assertThat(check.faults()).hasSize(1);
	}

	private static List<String> check(int minTasks, int maxTasks, int size) {
		return RuleCheck
			.of(new SizeRule(), DraftConstraintsFixtures.sized(minTasks, maxTasks),
					PlanDraft.of(Plans.fan(size).tasks()))
			.faults();
	}

}
