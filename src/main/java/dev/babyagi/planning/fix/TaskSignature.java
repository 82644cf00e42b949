package dev.babyagi.planning.fix;

import java.util.Set;

import dev.babyagi.plan.Assignment;
import dev.babyagi.plan.Task;
import dev.babyagi.planning.draft.NormalizedPhrase;

/**
 * What makes two tasks the same: one tool with one set of inputs, or instructions that
 * differ in case, space and punctuation only, with equal dependencies.
 *
 * @param doer who does it
 * @param what the inputs of a tool, or the instruction as far as it counts
 * @param dependsOn the tasks it needs
 */
public record TaskSignature(String doer, Object what, Set<String> dependsOn) {

	public static TaskSignature of(Task task) {
		Set<String> dependsOn = Set.copyOf(task.dependsOn());
		return switch (task.assignment()) {
			case Assignment.UseTool(String tool, Object inputs) -> new TaskSignature("tool " + tool, inputs, dependsOn);
			case Assignment.Think _ ->
				new TaskSignature("think", NormalizedPhrase.squeezed(task.instruction()), dependsOn);
			case Assignment.SubPlan _ ->
				new TaskSignature("plan", NormalizedPhrase.squeezed(task.instruction()), dependsOn);
		};
	}

}
