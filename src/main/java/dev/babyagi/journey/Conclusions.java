package dev.babyagi.journey;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import dev.babyagi.execution.Artifact;
import dev.babyagi.execution.Level;
import dev.babyagi.execution.Rung;
import dev.babyagi.integration.Integration;
import dev.babyagi.plan.Assignment;
import dev.babyagi.plan.Conclusion;
import dev.babyagi.plan.Plan;
import dev.babyagi.plan.Task;

/**
 * How the artifact of a task with children comes out of them.
 */
@Component
class Conclusions {

	private final Integration integration;

	Conclusions(Integration integration) {
		this.integration = integration;
	}

	/**
	 * Concludes a parent whose children have ended: at once where no model is needed.
	 * @return the task to think about where one is, with its children as what it depends
	 * on
	 */
	Optional<Task> conclude(Draft it, Task parent) {
		Plan plan = it.requirePlan();
		Map<String, Artifact> artifacts = it.execution().artifacts();
		List<String> children = plan.children(parent.id())
			.stream()
			.map(Task::id)
			.filter(artifacts::containsKey)
			.toList();
		Conclusion conclusion = plan.childConclusions().getOrDefault(parent.id(), new Conclusion.Synthesize(""));
		Optional<Artifact> artifact = this.integration.ofChildren(conclusion, artifacts);
		if (artifact.isPresent()) {
			it.execution().fulfil(parent.id(), artifact.get(), Level.NONE, it.now());
			return Optional.empty();
		}
		if (children.isEmpty() || !(conclusion instanceof Conclusion.Synthesize synthesize)) {
			it.execution().fail(parent.id(), "Its children brought too little to conclude it", it.now());
			return Optional.empty();
		}
		if (it.execution().agenda().nextRung(parent) instanceof Rung.Stalled stalled) {
			it.execution().fail(parent.id(), stalled.reason(), it.now());
			return Optional.empty();
		}
		return Optional.of(joining(parent, children, synthesize));
	}

	private static Task joining(Task parent, List<String> children, Conclusion.Synthesize synthesize) {
		List<String> inputs = Stream.concat(parent.dependsOn().stream(), children.stream()).distinct().toList();
		return new Task(parent.id(), parent.title(), parent.instruction() + "\n" + synthesize.instruction(),
				new Assignment.Think(), inputs, parent.covers(), parent.expect(), parent.success(), parent.sideEffect(),
				parent.effort(), parent.timeout(), parent.parent());
	}

}
