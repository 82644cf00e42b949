package dev.babyagi.planning.rule;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.babyagi.plan.Conclusion;
import dev.babyagi.plan.Plans;
import dev.babyagi.planning.draft.DraftConstraintsFixtures;
import dev.babyagi.planning.draft.PlanDraft;

import static org.assertj.core.api.Assertions.assertThat;

class ReferenceRuleTests {

	@ParameterizedTest
	@ValueSource(strings = { "${t1 | upper}", "${t1.output + 1}", "{{ tasks[0].output }}", "${prices.output}",
			"{{weather.result}}", "{prices.output}", "${task one, step 2}" })
	void namesWhatCannotBeResolved(String reference) {
		String fault = reference + " is no reference that can be read; write ${t1.output} for the output of t1";
		assertThat(RuleCheck.of(new ReferenceRule(), Plans.think("t1", "Add 1 to " + reference)).faults())
			.containsExactly("t1, references: " + fault);
		assertThat(RuleCheck
			.of(new ReferenceRule(), DraftConstraintsFixtures.planning("Do it"),
					PlanDraft.of(List.of(Plans.tool("t1", "lookup", "{\"city\":[\"" + reference + "\"]}")))
						.withConclusion(new Conclusion.Template("It is " + reference)))
			.faults()).containsExactly("t1, references: " + fault, "final: " + fault);
	}

	@ParameterizedTest
	@ValueSource(strings = { "${t1.output.rows[0]}", "echo ${HOME} and {{ name }}", "{\"t\": 1, \"task\": \"t1\"}",
			"a set {1, 2}", "f(x) = {x.output if x else 0}" })
	void leavesOtherBracesAlone(String text) {
		assertThat(RuleCheck.of(new ReferenceRule(), Plans.think("t1", text)).isClean()).isTrue();
	}

	@Test
	void leavesAloneWhatTheObjectiveContains() {
		assertThat(RuleCheck
			.of(new ReferenceRule(), DraftConstraintsFixtures.planning("Explain ${job.output} to me"),
					Plans.think("t1", "Explain ${job.output}"))
			.isClean()).isTrue();
	}

}
