package dev.babyagi.execution.perform;

import java.time.Duration;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.babyagi.execution.Artifact;
import dev.babyagi.execution.CheckedAnswer.Failed;
import dev.babyagi.plan.Plan;
import dev.babyagi.plan.Task;

/**
 * Everything that the prompt of a think task is made from.
 *
 * @param objective the objective in its own words
 * @param background what was said and remembered before, as one section of the prompt, or
 * an empty text
 * @param plan the plan the task is part of
 * @param task the task
 * @param artifacts what the plan's tasks have produced so far, by task id
 * @param states the states of the plan's tasks in the words of the API, by task id
 * @param previous the answer that was not accepted, or {@code null} at the first attempt
 * @param temperature overrides the executor's temperature, for votes and retries
 * @param contextTokens the context window in tokens, which the prompt is cut to
 * @param timeout the longest one call may take
 */
record TaskBrief(String objective, String background, Plan plan, Task task, Map<String, Artifact> artifacts,
		Map<String, String> states, @Nullable Failed previous, @Nullable Double temperature, int contextTokens,
		Duration timeout) {

	TaskBrief {
		artifacts = Map.copyOf(artifacts);
		states = Map.copyOf(states);
	}

}
