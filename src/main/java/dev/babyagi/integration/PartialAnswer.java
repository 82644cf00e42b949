package dev.babyagi.integration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.babyagi.execution.Artifact;
import dev.babyagi.integration.Answer.Claim;
import dev.babyagi.language.Excerpt;
import dev.babyagi.plan.Plan;
import dev.babyagi.plan.Task;
import dev.babyagi.reply.OneLine;

/**
 * Makes an answer without a model: the artifacts task by task, and what is missing.
 */
final class PartialAnswer {

	/** Longer outputs are cut; the tasks in the API show them in full. */
	private static final int MAX_TOKENS = 4_000;

	private static final int MAX_TITLE = 120;

	private static final int MAX_CLAIM = 300;

	private final Plan plan;

	private final Map<String, Artifact> artifacts;

	private final Map<String, String> states;

	private PartialAnswer(Plan plan, Map<String, Artifact> artifacts, Map<String, String> states) {
		this.plan = plan;
		this.artifacts = artifacts;
		this.states = states;
	}

	static Answer of(Plan plan, Map<String, Artifact> artifacts, Map<String, String> states, List<String> gaps) {
		return new PartialAnswer(plan, artifacts, states).answer(gaps);
	}

	private Answer answer(List<String> gaps) {
		List<String> parts = new ArrayList<>();
		List<Claim> claims = new ArrayList<>();
		List<String> open = new ArrayList<>();
		for (Task task : this.plan.tasks()) {
			Artifact artifact = this.artifacts.get(task.id());
			if (isSpokenFor(task)) {
				continue;
			}
			if (artifact != null) {
				parts.add(title(task) + ":\n" + Excerpt.of(artifact.text(), MAX_TOKENS).text());
				claims.add(new Claim(OneLine.of(artifact.text(), MAX_CLAIM), List.of(task.id())));
			}
			else {
				open.add(title(task) + " (" + this.states.getOrDefault(task.id(), "not begun") + ")");
			}
		}
		List<String> warnings = new ArrayList<>(gaps.stream().map((gap) -> "Missing: " + gap).toList());
		open.forEach((task) -> warnings.add("Not done: " + task));
		if (!warnings.isEmpty()) {
			parts.add(String.join("\n", warnings));
		}
		return Answer.ofText(String.join("\n\n", parts), warnings, claims);
	}

	private static String title(Task task) {
		String title = task.title().isBlank() ? task.instruction() : task.title();
		return task.id() + ", " + OneLine.of(title, MAX_TITLE);
	}

	private boolean isSpokenFor(Task task) {
		return task.parent() != null && this.artifacts.containsKey(task.parent());
	}

}
