package dev.babyagi.journey.stage;

import org.springframework.stereotype.Component;

import dev.babyagi.journey.work.UnitOfWork;
import dev.babyagi.plan.Task;

/**
 * Leads one objective through its stages: plan, execute, revise where it stalls,
 * integrate. Each stage skips what is already done, so that the journey can go on after a
 * crash at any point and runs again after each message to the driver.
 */
@Component
public class ObjectiveJourney {

	private final PlanningStage planning;

	private final ExecutionStage execution;

	private final RevisionStage revision;

	private final IntegrationStage integration;

	private final TerminationPolicy termination;

	ObjectiveJourney(PlanningStage planning, ExecutionStage execution, RevisionStage revision,
			IntegrationStage integration, TerminationPolicy termination) {
		this.planning = planning;
		this.execution = execution;
		this.revision = revision;
		this.integration = integration;
		this.termination = termination;
	}

	/** Advances an objective until it ends or has to wait. */
	public void advance(UnitOfWork work) {
		this.termination.attend(work);
		StageResult result = StageResult.ADVANCED;
		while (result instanceof StageResult.Advanced && !work.isOver() && !work.isStandingStill()) {
			result = next(work);
		}
	}

	/** Runs the next stage, or the stage that its result asks for. */
	private StageResult next(UnitOfWork work) {
		if (work.plan().isEmpty()) {
			return this.planning.plan(work);
		}
		if (work.isWindingDown()) {
			return work.isBusy() ? StageResult.WAITING : this.integration.integrate(work);
		}
		if (this.integration.isUnderWay(work)) {
			return integrate(work);
		}
		StageResult executed = this.execution.carryOut(work);
		if (this.revision.isUnderWay(work) && !work.isWindingDown()) {
			return this.revision.resume(work, this.integration.gap(work));
		}
		return switch (executed) {
			case StageResult.Stalled(Task task) -> this.revision.revise(work, task);
			case StageResult.Advanced advanced when !work.isWindingDown() -> integrate(work);
			case StageResult.Advanced advanced -> advanced;
			case StageResult.Waiting waiting -> waiting;
			case StageResult.Gap gap -> gap;
		};
	}

	private StageResult integrate(UnitOfWork work) {
		StageResult integrated = this.integration.integrate(work);
		return (integrated instanceof StageResult.Gap(String missing)) ? this.revision.replan(work, missing)
				: integrated;
	}

	/** Fails the objective because of an error of the service. */
	public void breakDown(UnitOfWork work) {
		this.termination.breakDown(work);
	}

}
