package dev.babyagi.journey.stage;

import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

import dev.babyagi.execution.Artifact;
import dev.babyagi.execution.Attempt;
import dev.babyagi.execution.AttemptOutcome;
import dev.babyagi.execution.VerificationLevel;
import dev.babyagi.journey.work.Background;
import dev.babyagi.journey.work.ConversationState;
import dev.babyagi.journey.work.UnitOfWork;
import dev.babyagi.language.ModelRequest;
import dev.babyagi.language.ModelRole;
import dev.babyagi.objective.ObjectivePhase;
import dev.babyagi.objective.StopReason;
import dev.babyagi.plan.Plan;
import dev.babyagi.plan.Task;
import dev.babyagi.planning.DirectReply;
import dev.babyagi.planning.DraftResult;
import dev.babyagi.planning.PlanRequest;
import dev.babyagi.planning.Planning;
import dev.babyagi.planning.PlanningRoute;

/**
 * Makes the first plan: an exact one for arithmetic, a direct call for an objective of
 * one step, that of an earlier objective which differs in literals alone, and a planner's
 * plan for all others.
 */
@Component
class PlanningStage {

	/** The id of the only task of a direct plan. */
	private static final String ONLY_TASK = "t1";

	private final Planning planning;

	private final PlanRequests requests;

	private final Conversation conversation;

	private final TerminationPolicy termination;

	PlanningStage(Planning planning, PlanRequests requests, Conversation conversation, TerminationPolicy termination) {
		this.planning = planning;
		this.requests = requests;
		this.conversation = conversation;
		this.termination = termination;
	}

	StageResult plan(UnitOfWork work) {
		if (work.isWindingDown()) {
			this.termination.failWithoutAnswer(work);
			return StageResult.WAITING;
		}
		PlanRequest request = this.requests.of(work);
		Optional<Plan> exactPlan = this.planning.exactPlan(request);
		if (exactPlan.isPresent()) {
			return adopt(work, exactPlan.get());
		}
		return (this.planning.decide(request) == PlanningRoute.DIRECT)
				? answerDirectly(work, this.requests.direct(work)) : drawPlan(work);
	}

	private static StageResult adopt(UnitOfWork work, Plan plan) {
		work.adopt(plan);
		return StageResult.ADVANCED;
	}

	/**
	 * Ends the objective, because the endpoint refuses every request that contains it.
	 */
	private StageResult refuse(UnitOfWork work, PlanRequest request, String reason) {
		work.adopt(this.planning.directPlan(request));
		work.execution().fail(ONLY_TASK, reason, work.now());
		work.objective().windDown(StopReason.PROVIDER_UNAVAILABLE);
		return StageResult.ADVANCED;
	}

	// -- one call that answers

	private StageResult answerDirectly(UnitOfWork work, PlanRequest request) {
		List<Attempt> attempts = work.execution().attempts(ModelRole.EXECUTOR, 1);
		work.objective().enter(ObjectivePhase.EXECUTING);
		return switch (this.conversation.resume(work, attempts)) {
			case ConversationState.UnderWay _, ConversationState.Waiting _ -> StageResult.WAITING;
			case ConversationState.OurTurn turn when turn.rounds() == 0 ->
				this.conversation.askDirectly(work, ONLY_TASK, attempts.size(), this.planning.askDirect(request));
			case ConversationState.OurTurn turn -> read(work, request, this.planning.readDirect(request, turn.last()));
			case ConversationState.Ended(AttemptOutcome outcome, String reason) when outcome == AttemptOutcome.REFUSED ->
				refuse(work, request, reason);
			case ConversationState.Ended ended -> {
				work.adopt(this.planning.directPlan(request));
				work.execution().exhaust(ONLY_TASK, ended.reason());
				yield StageResult.ADVANCED;
			}
		};
	}

	private StageResult read(UnitOfWork work, PlanRequest request, DirectReply reply) {
		switch (reply) {
			case DirectReply.UseTool use -> work.adopt(use.plan());
			case DirectReply.Answer answer -> {
				work.adopt(this.planning.directPlan(request));
				work.execution()
					.fulfil(ONLY_TASK, artifact(request, answer.value()), VerificationLevel.NONE, work.now());
			}
			case DirectReply.Misfit misfit -> {
				work.adopt(this.planning.directPlan(request));
				work.execution().reject(ONLY_TASK, misfit.reason(), work.now());
			}
		}
		return StageResult.ADVANCED;
	}

	private static Artifact artifact(PlanRequest request, JsonNode value) {
		Task.Expect.Type type = (request.outputSchema() != null) ? Task.Expect.Type.JSON : Task.Expect.Type.TEXT;
		return new Artifact(type, value, value.isString() ? value.stringValue() : value.toString());
	}

	// -- a plan by a planner

	private StageResult drawPlan(UnitOfWork work) {
		List<Attempt> attempts = work.execution().attempts(ModelRole.PLANNER, 1);
		Optional<Plan> known = attempts.isEmpty() ? knownPlan(work) : Optional.empty();
		if (known.isPresent()) {
			work.background().exemplar().reuse();
			return adopt(work, known.get());
		}
		work.objective().enter(ObjectivePhase.PLANNING);
		PlanRequest request = this.requests.firstPlan(work);
		return switch (this.conversation.resume(work, attempts)) {
			case ConversationState.UnderWay _, ConversationState.Waiting _ -> StageResult.WAITING;
			case ConversationState.OurTurn turn when turn.rounds() == 0 -> ask(work, 1, this.planning.askPlan(request));
			case ConversationState.OurTurn turn -> read(work, request, turn);
			case ConversationState.Ended(AttemptOutcome outcome, String reason) when outcome == AttemptOutcome.REFUSED ->
				refuse(work, request, reason);
			case ConversationState.Ended _ -> adopt(work, this.planning.directPlan(request));
		};
	}

	/** The plan of an earlier objective, unless a lesson may change it. */
	private Optional<Plan> knownPlan(UnitOfWork work) {
		Background background = work.background();
		return background.exemplar()
			.plan()
			.filter((reply) -> background.lesson().section().isEmpty())
			.flatMap((reply) -> this.planning.readExemplar(this.requests.of(work), reply));
	}

	private StageResult read(UnitOfWork work, PlanRequest request, ConversationState.OurTurn turn) {
		return switch (this.planning.readPlan(request, turn.last(), turn.rounds() - 1)) {
			case DraftResult.Drawn drawn -> adopt(work, drawn.plan());
			case DraftResult.Faulty faulty when turn.rounds() <= Planning.MAX_REPAIRS -> ask(work, turn.rounds() + 1,
					this.planning.askRepair(request, this.planning.askPlan(request), turn.last(), faulty));
			case DraftResult.Faulty _ -> adopt(work, this.planning.fallback(request, turn.replies()));
		};
	}

	private StageResult ask(UnitOfWork work, int round, ModelRequest request) {
		return this.conversation.ask(work, ModelRole.PLANNER, null, 1, round, request);
	}

}
