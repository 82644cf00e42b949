package dev.babyagi.planning.rule;

import dev.babyagi.language.Meter.Budget;
import dev.babyagi.language.TokenEstimate;
import dev.babyagi.plan.Assignment;
import dev.babyagi.plan.Conclusion;
import dev.babyagi.plan.Task;
import dev.babyagi.plan.Task.Effort;
import dev.babyagi.planning.draft.DraftConstraints;
import dev.babyagi.planning.draft.PlanDraft;
import dev.babyagi.planning.draft.ValidationReport;

/**
 * V12: the plan fits the budget. The estimate is the least that the plan can use: the
 * tokens that its calls must send and receive. The planner is told once. After that the
 * plan is accepted with a warning, because each repair uses the same budget.
 */
public final class BudgetRule implements PlanRule {

	/**
	 * The fewest tokens of a call besides its content: instructions and a short reply.
	 */
	private static final int TOKENS_PER_CALL = 150;

	private static final int VOTES = 3;

	@Override
	public void check(PlanDraft draft, DraftConstraints constraints, ValidationReport report) {
		long calls = calls(draft);
		long tokens = tokens(draft, constraints, calls);
		Budget remaining = constraints.remaining();
		if (calls <= remaining.calls() && tokens <= remaining.tokens()) {
			return;
		}
		String message = "the plan needs at least %d model calls and %d tokens, but %d and %d remain".formatted(calls,
				tokens, remaining.calls(), remaining.tokens());
		if (constraints.round() == 0) {
			report.fault(null, "tasks", message + "; plan fewer tasks");
		}
		else {
			report.warn(message);
		}
	}

	private static long calls(PlanDraft draft) {
		long joining = (draft.conclusion() instanceof Conclusion.Synthesize) ? 1 : 0;
		return joining + draft.tasks().stream().mapToInt(BudgetRule::calls).sum();
	}

	private static int calls(Task task) {
		return switch (task.assignment()) {
			case Assignment.Think _ -> (task.effort() == Effort.HIGH && task.hasComparableAnswers()) ? VOTES : 1;
			case Assignment.SubPlan _ -> 2;
			case Assignment.UseTool _, Assignment.Recall _ -> 0;
		};
	}

	private static long tokens(PlanDraft draft, DraftConstraints constraints, long calls) {
		long matter = draft.tasks().stream().filter((task) -> calls(task) > 0).mapToLong(BudgetRule::tokens).sum();
		return calls * (TOKENS_PER_CALL + TokenEstimate.in(constraints.objective())) + matter;
	}

	private static long tokens(Task task) {
		return TokenEstimate.in(task.instruction());
	}

}
