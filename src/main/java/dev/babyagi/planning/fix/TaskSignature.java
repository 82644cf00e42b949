package dev.babyagi.planning.fix;

import java.util.Set;

import dev.babyagi.plan.Assignment;
import dev.babyagi.plan.Task;
import dev.babyagi.planning.draft.NormalizedPhrase;

/**
 * What two equal tasks have in common: the same tool with the same inputs, or
 * instructions that differ in case, space and punctuation only, with equal dependencies.
 *
 * @param doer who carries it out
 * @param what the inputs of a tool, or the normalized instruction
 * @param dependsOn the tasks it needs
 */
public record TaskSignature(String doer, Object what, Set<String> dependsOn) {

	public static TaskSignature of(Task task) {
		Set<String> dependsOn = Set.copyOf(task.dependsOn());
		return switch (task.assignment()) {
			case Assignment.UseTool(String tool, Object inputs) -> new TaskSignature("tool " + tool, inputs, dependsOn);
			case Assignment.Think _ ->
				new TaskSignature("think", NormalizedPhrase.squeezed(task.instruction()), dependsOn);
			case Assignment.Recall _ ->
				new TaskSignature("recall", NormalizedPhrase.squeezed(task.instruction()), dependsOn);
			case Assignment.SubPlan _ ->
				new TaskSignature("plan", NormalizedPhrase.squeezed(task.instruction()), dependsOn);
		};
	}

}
