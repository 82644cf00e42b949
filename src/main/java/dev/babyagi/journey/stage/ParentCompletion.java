package dev.babyagi.journey.stage;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import dev.babyagi.execution.Artifact;
import dev.babyagi.execution.LadderRung;
import dev.babyagi.execution.VerificationLevel;
import dev.babyagi.integration.Integration;
import dev.babyagi.journey.work.UnitOfWork;
import dev.babyagi.plan.Assignment;
import dev.babyagi.plan.Conclusion;
import dev.babyagi.plan.Plan;
import dev.babyagi.plan.Task;

/**
 * Makes the artifact of a task from those of its children.
 */
@Component
class ParentCompletion {

	private final Integration integration;

	ParentCompletion(Integration integration) {
		this.integration = integration;
	}

	/**
	 * Concludes a parent whose children have ended; at once if that needs no model.
	 * @return the think task to start if a model is needed; it depends on the children
	 */
	Optional<Task> conclude(UnitOfWork work, Task parent) {
		Plan plan = work.requirePlan();
		Map<String, Artifact> artifacts = work.execution().artifacts();
		List<String> children = plan.children(parent.id())
			.stream()
			.map(Task::id)
			.filter(artifacts::containsKey)
			.toList();
		Conclusion conclusion = plan.childConclusions().getOrDefault(parent.id(), new Conclusion.Synthesize(""));
		Optional<Artifact> artifact = this.integration.ofChildren(conclusion, artifacts);
		if (artifact.isPresent()) {
			work.execution().fulfil(parent.id(), artifact.get(), VerificationLevel.NONE, work.now());
			return Optional.empty();
		}
		if (children.isEmpty() || !(conclusion instanceof Conclusion.Synthesize synthesize)) {
			work.execution().fail(parent.id(), "Its children produced too little to conclude it", work.now());
			return Optional.empty();
		}
		if (work.execution().agenda().nextRung(parent) instanceof LadderRung.Stalled stalled) {
			work.execution().fail(parent.id(), stalled.reason(), work.now());
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
