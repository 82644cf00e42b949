package dev.babyagi.journey.stage;

import org.springframework.stereotype.Component;

import dev.babyagi.journey.work.UnitOfWork;

/**
 * The story of one objective, told once: plan, execute, revise where it stalls,
 * integrate. Each stage first looks at what is there and skips what is done, so a crash
 * re-enters it anywhere, and every piece of news leads through it again.
 */
@Component
public class ObjectiveJourney {

	private final PlanningStage planning;

	private final ExecutionStage execution;

	private final RevisionStage revision;

	private final IntegrationStage integration;

	private final TerminationPolicy ending;

	ObjectiveJourney(PlanningStage planning, ExecutionStage execution, RevisionStage revision,
			IntegrationStage integration, TerminationPolicy ending) {
		this.planning = planning;
		this.execution = execution;
		this.revision = revision;
		this.integration = integration;
		this.ending = ending;
	}

	/** Takes an objective as far as it goes without waiting. */
	public void advance(UnitOfWork work) {
		this.ending.attend(work);
		if (goesOn(work) && work.plan().isEmpty()) {
			this.planning.plan(work);
		}
		if (goesOn(work) && work.plan().isPresent() && !work.isWindingDown()) {
			carryOut(work);
		}
		if (goesOn(work) && work.plan().isPresent() && isReadyToJoin(work)) {
			this.integration.integrate(work);
		}
	}

	/** Starts what a new revision brings as well. */
	private void carryOut(UnitOfWork work) {
		int revision;
		do {
			revision = work.requirePlan().revision();
			this.execution.carryOut(work);
			this.revision.revise(work, () -> this.integration.gap(work));
		}
		while (work.requirePlan().revision() > revision && goesOn(work) && !work.isWindingDown());
	}

	private static boolean goesOn(UnitOfWork work) {
		return !work.isOver() && !work.isStandingStill();
	}

	private boolean isReadyToJoin(UnitOfWork work) {
		return !work.isBusy()
				&& (work.isWindingDown() || (work.execution().agenda().isDone() && !this.revision.isUnderWay(work)));
	}

	/** A fault of ours: the objective fails and says so. */
	public void breakDown(UnitOfWork work) {
		this.ending.breakDown(work);
	}

}
