package dev.babyagi.planning.exact;

import java.util.List;
import java.util.Optional;

import dev.babyagi.arithmetic.ArithmeticExpression;
import dev.babyagi.plan.Conclusion;
import dev.babyagi.plan.Origin;
import dev.babyagi.plan.Plan;
import dev.babyagi.plan.Plan.Requirement;
import dev.babyagi.plan.Task;
import dev.babyagi.planning.question.ArithmeticReader;

/**
 * Plans an objective that consists of arithmetic only, without a model. It makes one
 * calculator task for each operation, so that independent parts run in parallel. If a
 * part of the objective cannot be read, there is no plan: the planner never guesses.
 */
public final class ExactPlanner {

	private ExactPlanner() {
	}

	/**
	 * Returns the plan, or nothing if the objective is not entirely arithmetic. Time and
	 * space are linear in the length of the objective, except for sorting operations by
	 * depth.
	 * @param objective the objective, in English or Chinese
	 * @param maxTasks the most tasks; beyond it, the deepest operations are merged with
	 * those that use them
	 */
	public static Optional<Plan> draw(String objective, int maxTasks) {
		return ArithmeticReader.read(objective).map((formula) -> plan(objective, formula, maxTasks));
	}

	/** Returns whether an objective is entirely arithmetic. */
	public static boolean reads(String objective) {
		return ArithmeticReader.read(objective).isPresent();
	}

	private static Plan plan(String objective, ArithmeticExpression formula, int maxTasks) {
		List<Task> tasks = ArithmeticTasks.of(formula, maxTasks);
		String result = "${" + tasks.getLast().id() + ".output}";
		return new Plan(1, Origin.EXACT, null, List.of(new Requirement("r1", objective)), tasks,
				new Conclusion.Reference(result));
	}

}
