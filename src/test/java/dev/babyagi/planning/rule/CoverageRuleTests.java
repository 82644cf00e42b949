package dev.babyagi.planning.rule;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.babyagi.plan.Plan.Requirement;
import dev.babyagi.plan.Plans;
import dev.babyagi.plan.Task;
import dev.babyagi.planning.draft.DraftConstraints;
import dev.babyagi.planning.draft.DraftConstraintsFixtures;
import dev.babyagi.planning.draft.PlanDraft;

import static org.assertj.core.api.Assertions.assertThat;

class CoverageRuleTests {

	private static final DraftConstraints PLANNING = DraftConstraintsFixtures.planning("Do it");

	@Test
	void namesEachRequirementThatNoTaskCovers() {
		assertThat(check(PLANNING, covering("t1", "r2")).faults()).hasSize(2)
			.allMatch((fault) -> fault.startsWith("requirements: requirement r"))
			.anyMatch((fault) -> fault.contains("r1 "))
			.anyMatch((fault) -> fault.contains("r3 "));
	}

	@Test
	void isContentWhenTasksTogetherCoverEverything() {
		assertThat(check(PLANNING, covering("t1", "r1", "r3"), covering("t2", "r2", "r9")).isClean()).isTrue();
	}

	@Test
	void countsWhatFinishedTasksCover() {
		DraftConstraints replanning = DraftConstraintsFixtures.keeping("Do it", covering("t1", "r1", "r2"));
		assertThat(check(replanning, covering("t7", "r3")).isClean()).isTrue();
	}

	@Test
	void checksNothingWhenTasksSayNothingOfWhatTheyCover() {
		assertThat(check(PLANNING, covering("t1"), covering("t2")).isClean()).isTrue();
	}

	private static RuleCheck check(DraftConstraints constraints, Task... tasks) {
		return RuleCheck.of(new CoverageRule(), constraints, PlanDraft.of(List.of(tasks))
			.withRequirements(
					List.of(new Requirement("r1", "a"), new Requirement("r2", "b"), new Requirement("r3", "c"))));
	}

	private static Task covering(String id, String... requirements) {
		return Plans.think(id, "a").withCovers(List.of(requirements));
	}

}
