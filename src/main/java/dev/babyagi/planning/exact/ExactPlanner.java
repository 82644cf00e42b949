package dev.babyagi.planning.exact;

import java.util.List;
import java.util.Optional;

import dev.babyagi.arithmetic.ArithmeticFormula;
import dev.babyagi.arithmetic.ArithmeticReader;
import dev.babyagi.plan.Conclusion;
import dev.babyagi.plan.Origin;
import dev.babyagi.plan.Plan;
import dev.babyagi.plan.Plan.Requirement;
import dev.babyagi.plan.Task;

/**
 * Draws the plan of an objective that is arithmetic and nothing else, without a model:
 * one calculator task for each operation, so that independent parts run side by side.
 * What it does not read entirely it does not read at all; it never guesses.
 */
public final class ExactPlanner {

	private ExactPlanner() {
	}

	/**
	 * The plan, or empty when the objective is not entirely arithmetic. Time and space
	 * are linear in the length of the objective, but for sorting operations by depth.
	 * @param objective what someone wants, in English or Chinese
	 * @param maxTasks above this number the deepest operations are given to the
	 * calculator together with those that need them
	 */
	public static Optional<Plan> draw(String objective, int maxTasks) {
		return ArithmeticReader.read(objective).map((formula) -> plan(objective, formula, maxTasks));
	}

	/** Whether an objective is entirely arithmetic. */
	public static boolean reads(String objective) {
		return ArithmeticReader.read(objective).isPresent();
	}

	private static Plan plan(String objective, ArithmeticFormula formula, int maxTasks) {
		List<Task> tasks = ArithmeticTasks.of(formula, maxTasks);
		String result = "${" + tasks.getLast().id() + ".output}";
		return new Plan(1, Origin.EXACT, null, List.of(new Requirement("r1", objective)), tasks,
				new Conclusion.Reference(result));
	}

}
