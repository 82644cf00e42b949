package dev.babyagi.integration;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import dev.babyagi.execution.Artifact;
import dev.babyagi.plan.Plan;
import dev.babyagi.plan.Task;

/**
 * Everything that a joining call is made from.
 *
 * @param objective the objective in its own words
 * @param background what was said and remembered before
 * @param plan the plan in its latest revision
 * @param artifacts what its tasks produced, by task id
 * @param states the states of its tasks in the words of the API, by task id
 * @param verified the ids of the tasks whose artifacts were verified
 * @param outputSchema the JSON Schema of the answer, or {@code null} for text
 * @param contextTokens the context window in tokens, which the prompt is cut to
 * @param timeout the longest one call may take
 * @param summaries what is shown of outputs that are too long, by task id
 */
public record JoinBrief(String objective, JoinBackground background, Plan plan, Map<String, Artifact> artifacts,
		Map<String, String> states, Set<String> verified, @Nullable JsonNode outputSchema, int contextTokens,
		Duration timeout, Map<String, String> summaries) {

	/** A brief that shows every output as it is, and nothing remembered. */
	public JoinBrief(String objective, Plan plan, Map<String, Artifact> artifacts, Map<String, String> states,
			Set<String> verified, @Nullable JsonNode outputSchema, int contextTokens, Duration timeout) {
		this(objective, JoinBackground.NONE, plan, artifacts, states, verified, outputSchema, contextTokens, timeout,
				Map.of());
	}

	public JoinBrief {
		summaries = Map.copyOf(summaries);
		artifacts = Map.copyOf(artifacts);
		states = Map.copyOf(states);
		verified = Set.copyOf(verified);
	}

	/** Returns the same brief with the summaries of outputs that are too long. */
	JoinBrief withSummaries(Map<String, String> texts) {
		return new JoinBrief(this.objective, this.background, this.plan, this.artifacts, this.states, this.verified,
				this.outputSchema, this.contextTokens, this.timeout, texts);
	}

	/**
	 * The tasks whose outputs the answer may use: all but the children of a task that has
	 * an artifact of its own.
	 */
	List<Task> tasks() {
		return this.plan.tasks().stream().filter((task) -> !isSpokenFor(task)).toList();
	}

	/** Whether a claim may cite it: a task that has succeeded, or a memory. */
	boolean isCitable(String id) {
		return hasSucceeded(id) || this.background.memories().containsKey(id);
	}

	boolean hasSucceeded(String taskId) {
		return this.artifacts.containsKey(taskId) && this.plan.find(taskId).isPresent();
	}

	String state(String taskId) {
		return hasSucceeded(taskId) ? "succeeded" : this.states.getOrDefault(taskId, "blocked");
	}

	/**
	 * The requirements that are served neither by a cited task nor by a task that a cited
	 * one builds on.
	 */
	List<Plan.Requirement> uncovered(Set<String> cited) {
		Set<String> behind = new LinkedHashSet<>();
		cited.forEach((id) -> collect(id, behind));
		Set<String> covered = behind.stream()
			.flatMap((id) -> this.plan.find(id).stream())
			.flatMap((task) -> task.covers().stream())
			.collect(Collectors.toSet());
		return this.plan.requirements().stream().filter((requirement) -> !covered.contains(requirement.id())).toList();
	}

	private void collect(String taskId, Set<String> behind) {
		if (behind.add(taskId)) {
			this.plan.find(taskId).ifPresent((task) -> task.dependsOn().forEach((id) -> collect(id, behind)));
			this.plan.children(taskId).forEach((child) -> collect(child.id(), behind));
		}
	}

	private boolean isSpokenFor(Task task) {
		return task.parent() != null && hasSucceeded(task.parent());
	}

}
