package dev.babyagi.planning.rule;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import dev.babyagi.plan.Conclusion;
import dev.babyagi.plan.Plans;
import dev.babyagi.plan.Task;
import dev.babyagi.plan.Task.Effort;
import dev.babyagi.plan.Task.Expect;
import dev.babyagi.plan.Task.Success;
import dev.babyagi.planning.draft.DraftConstraintsFixtures;
import dev.babyagi.planning.draft.PlanDraft;

import static org.assertj.core.api.Assertions.assertThat;

class BudgetRuleTests {

	private static final long PLENTY = 500_000;

	private static final Task HARD = new Task("t9", "h", "hard", Plans.think("t9", "hard").assignment(), List.of(),
			List.of(), Expect.NUMBER, Success.NONE, false, Effort.HIGH, null, null);

	private static final Task HARD_TEXT = new Task("t9", "h", "hard", Plans.think("t9", "hard").assignment(), List.of(),
			List.of(), Expect.TEXT, Success.NONE, false, Effort.HIGH, null, null);

	@ParameterizedTest
	@MethodSource
	void countsTheFewestCallsThatAPlanCanUse(PlanDraft draft, int calls) {
		assertThat(check(draft, calls, PLENTY, 0).isClean()).isTrue();
		assertThat(check(draft, calls - 1, PLENTY, 0).faults()).singleElement()
			.asString()
			.startsWith("tasks: the plan needs at least " + calls + " model calls")
			.contains("but " + (calls - 1) + " and 500000 remain");
	}

	static Stream<Arguments> countsTheFewestCallsThatAPlanCanUse() {
		return Stream.of(Arguments.of(draft(Plans.think("t1", "a"), Plans.think("t2", "b")), 2),
				Arguments.of(draft(Plans.tool("t1", "lookup", "{}"), Plans.think("t2", "b")), 1),
				Arguments.of(draft(Plans.subPlan("t1", "a")), 2), Arguments.of(draft(HARD), 3),
				Arguments.of(draft(HARD_TEXT), 1),
				Arguments.of(draft(HARD).withConclusion(new Conclusion.Synthesize("Join")), 4));
	}

	@Test
	void countsTheTextsThatMustBeSaid() {
		PlanDraft draft = draft(Plans.think("t1", "x".repeat(3_000)));
		assertThat(check(draft, 60, 1_000, 0).faults()).hasSize(1);
		assertThat(check(draft, 60, 2_000, 0).isClean()).isTrue();
	}

	@Test
	void countsNothingForTools() {
		assertThat(check(draft(Plans.tool("t1", "lookup", "{}")), 0, 0, 0).isClean()).isTrue();
	}

	@Test
	void tellsThePlannerOnceAndWarnsFromThenOn() {
		RuleCheck later = check(draft(HARD), 1, PLENTY, 1);
		assertThat(later.faults()).isEmpty();
		assertThat(later.warnings()).singleElement().asString().startsWith("the plan needs at least 3 model calls");
	}

	private static PlanDraft draft(Task... tasks) {
		return PlanDraft.of(List.of(tasks));
	}

	private static RuleCheck check(PlanDraft draft, int calls, long tokens, int round) {
		return RuleCheck.of(new BudgetRule(), DraftConstraintsFixtures.withBudget(calls, tokens, round), draft);
	}

}
