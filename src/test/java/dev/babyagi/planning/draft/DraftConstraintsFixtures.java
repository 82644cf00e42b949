package dev.babyagi.planning.draft;

import java.math.BigDecimal;
import java.util.List;

import dev.babyagi.language.Meter.Budget;
import dev.babyagi.plan.Task;
import dev.babyagi.tool.Catalogues;
import dev.babyagi.tool.Tool;

/**
 * Constraints to test with: 1 to 12 tasks, room for 20, plans within plans allowed, a
 * large budget, the first round, and the tools of {@link FakeTool}.
 */
public final class DraftConstraintsFixtures {

	private static final Budget BUDGET = new Budget(60, 500_000, BigDecimal.ONE);

	private DraftConstraintsFixtures() {
	}

	/** An objective that is planned. */
	public static DraftConstraints planning(String objective) {
		return of(objective, BUDGET, tools(FakeTool.LOOKUP, FakeTool.MAIL), objective, List.of(), 1, 12, false, 0);
	}

	/** A task that is split into so many at least. */
	public static DraftConstraints splitting(String objective, String goal, int minTasks) {
		return of(objective, BUDGET, tools(FakeTool.LOOKUP, FakeTool.MAIL), goal, List.of(), minTasks, 5, true, 0);
	}

	/** An objective of which some tasks are finished. */
	public static DraftConstraints keeping(String objective, Task... kept) {
		return of(objective, BUDGET, tools(FakeTool.LOOKUP, FakeTool.MAIL), objective, List.of(kept), 1, 12, false, 0);
	}

	public static DraftConstraints sized(int minTasks, int maxTasks) {
		return of("Do it", BUDGET, tools(), "Do it", List.of(), minTasks, maxTasks, false, 0);
	}

	public static DraftConstraints withTools(Tool... tools) {
		return of("Do it", BUDGET, tools(tools), "Do it", List.of(), 1, 12, false, 0);
	}

	/** What is left of the budget in a round of asking. */
	public static DraftConstraints withBudget(int calls, long tokens, int round) {
		return of("Do it", new Budget(calls, tokens, BigDecimal.ONE), tools(), "Do it", List.of(), 1, 12, false, round);
	}

	/** A task that is split, where plans within plans have their bounds. */
	public static DraftConstraints nesting(String objective, String goal, int room, boolean mayNest) {
		return new DraftConstraints(objective, BUDGET, tools(), goal, List.of(), 1, 12, room, mayNest, true, false, 0);
	}

	static PermittedTools tools(Tool... tools) {
		return new PermittedTools(Catalogues.of(tools), List.of(tools));
	}

	private static DraftConstraints of(String objective, Budget remaining, PermittedTools tools, String goal,
			List<Task> kept, int minTasks, int maxTasks, boolean splits, int round) {
		return new DraftConstraints(objective, remaining, tools, goal, kept, minTasks, maxTasks, 20, true, splits,
				false, round);
	}

}
