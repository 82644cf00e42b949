package dev.babyagi.journey;

import org.springframework.stereotype.Component;

/**
 * The story of one objective, told once: plan, execute, revise where it stalls,
 * integrate. Each stage first looks at what is there and skips what is done, so a crash
 * re-enters it anywhere, and every piece of news leads through it again.
 */
@Component
class ObjectiveJourney {

	private final PlanningStage planning;

	private final ExecutionStage execution;

	private final RevisionStage revision;

	private final IntegrationStage integration;

	private final Ending ending;

	ObjectiveJourney(PlanningStage planning, ExecutionStage execution, RevisionStage revision,
			IntegrationStage integration, Ending ending) {
		this.planning = planning;
		this.execution = execution;
		this.revision = revision;
		this.integration = integration;
		this.ending = ending;
	}

	/** Takes an objective as far as it goes without waiting. */
	void advance(Draft it) {
		this.ending.attend(it);
		if (goesOn(it) && it.plan().isEmpty()) {
			this.planning.plan(it);
		}
		if (goesOn(it) && it.plan().isPresent() && !it.isWindingDown()) {
			carryOut(it);
		}
		if (goesOn(it) && it.plan().isPresent() && isReadyToJoin(it)) {
			this.integration.integrate(it);
		}
	}

	/** Starts what a new revision brings as well. */
	private void carryOut(Draft it) {
		int revision;
		do {
			revision = it.requirePlan().revision();
			this.execution.carryOut(it);
			this.revision.revise(it, () -> this.integration.gap(it));
		}
		while (it.requirePlan().revision() > revision && goesOn(it) && !it.isWindingDown());
	}

	private static boolean goesOn(Draft it) {
		return !it.isOver() && !it.isStandingStill();
	}

	private boolean isReadyToJoin(Draft it) {
		return !it.isBusy()
				&& (it.isWindingDown() || (it.execution().agenda().isDone() && !this.revision.isUnderWay(it)));
	}

	/** A fault of ours: the objective fails and says so. */
	void breakDown(Draft it) {
		this.ending.breakDown(it);
	}

}
