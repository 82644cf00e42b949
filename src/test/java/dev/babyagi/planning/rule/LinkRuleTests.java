package dev.babyagi.planning.rule;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.babyagi.plan.Conclusion;
import dev.babyagi.plan.Plans;
import dev.babyagi.plan.Task;
import dev.babyagi.planning.draft.DraftConstraintsFixtures;
import dev.babyagi.planning.draft.PlanDraft;

import static org.assertj.core.api.Assertions.assertThat;

class LinkRuleTests {

	@Test
	void namesEveryTaskThatIsNotThere() {
		PlanDraft draft = PlanDraft
			.of(List.of(Plans.think("t1", "a", "t7", "t8"), Plans.tool("t2", "lookup", "{\"city\":\"${t9.output}\"}")))
			.withConclusion(new Conclusion.Template("${t2.output} ${t10.output}"));
		assertThat(RuleCheck.of(new LinkRule(), DraftConstraintsFixtures.planning("Do it"), draft).faults())
			.containsExactly("t1, dependsOn: names t7, which is no task of the plan",
					"t1, dependsOn: names t8, which is no task of the plan",
					"t2, references: names t9, which is no task of the plan",
					"final: refers to t10, which is no task of the plan");
	}

	@Test
	void saysOnceWhatIsBothDependedOnAndReferredTo() {
		assertThat(RuleCheck.of(new LinkRule(), Plans.think("t1", "Use ${t7.output}", "t7")).faults())
			.containsExactly("t1, dependsOn: names t7, which is no task of the plan");
	}

	@Test
	void wantsNoTaskToNameItself() {
		assertThat(
				RuleCheck.of(new LinkRule(), Plans.think("t1", "a", "t1"), Plans.think("t2", "${t2.output}")).faults())
			.containsExactly("t1, dependsOn: names the task itself", "t2, references: names the task itself");
	}

	@Test
	void takesFinishedTasksForTasksThatAreThere() {
		Task kept = Plans.think("t1", "a");
		PlanDraft draft = PlanDraft.of(List.of(Plans.think("t7", "Use ${t1.output}", "t1")))
			.withConclusion(new Conclusion.Template("${t1.output} ${t7.output}"));
		assertThat(RuleCheck.of(new LinkRule(), DraftConstraintsFixtures.keeping("Do it", kept), draft).isClean())
			.isTrue();
	}

}
