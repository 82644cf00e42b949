package dev.babyagi.planning;

import java.util.Set;

import dev.babyagi.plan.Assignment;
import dev.babyagi.plan.Task;

/**
 * What makes two tasks the same: one tool with one set of inputs, or instructions that
 * differ in case, space and punctuation only, with equal dependencies.
 *
 * @param doer who does it
 * @param what the inputs of a tool, or the instruction as far as it counts
 * @param dependsOn the tasks it needs
 */
record Sameness(String doer, Object what, Set<String> dependsOn) {

	static Sameness of(Task task) {
		Set<String> dependsOn = Set.copyOf(task.dependsOn());
		return switch (task.assignment()) {
			case Assignment.UseTool(String tool, Object inputs) -> new Sameness("tool " + tool, inputs, dependsOn);
			case Assignment.Think _ -> new Sameness("think", Phrase.squeezed(task.instruction()), dependsOn);
			case Assignment.Recall _ -> new Sameness("recall", Phrase.squeezed(task.instruction()), dependsOn);
			case Assignment.SubPlan _ -> new Sameness("plan", Phrase.squeezed(task.instruction()), dependsOn);
		};
	}

}
