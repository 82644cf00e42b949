package dev.babyagi.journey.stage;

import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import dev.babyagi.execution.Artifact;
import dev.babyagi.execution.Attempt;
import dev.babyagi.execution.VerificationLevel;
import dev.babyagi.journey.work.ConversationState;
import dev.babyagi.journey.work.UnitOfWork;
import dev.babyagi.language.ModelRequest;
import dev.babyagi.language.ModelRole;
import dev.babyagi.objective.ObjectivePhase;
import dev.babyagi.plan.Plan;
import dev.babyagi.plan.Task;
import dev.babyagi.planning.DirectReply;
import dev.babyagi.planning.DraftResult;
import dev.babyagi.planning.PlanRequest;
import dev.babyagi.planning.Planning;
import dev.babyagi.planning.PlanningRoute;

/**
 * Draws the first plan: exactly for arithmetic, by one direct call for what is one step,
 * and by a planner for the rest.
 */
@Component
class PlanningStage {

	/** The task of a direct plan. */
	private static final String ONLY_TASK = "t1";

	private final Planning planning;

	private final PlanRequests requests;

	private final Conversation conversation;

	private final TerminationPolicy ending;

	PlanningStage(Planning planning, PlanRequests requests, Conversation conversation, TerminationPolicy ending) {
		this.planning = planning;
		this.requests = requests;
		this.conversation = conversation;
		this.ending = ending;
	}

	void plan(UnitOfWork work) {
		if (work.isWindingDown()) {
			this.ending.failWithoutAnswer(work);
			return;
		}
		PlanRequest request = this.requests.of(work);
		Optional<Plan> exactPlan = this.planning.exactPlan(request);
		if (exactPlan.isPresent()) {
			work.adopt(exactPlan.get());
		}
		else if (this.planning.decide(request) == PlanningRoute.DIRECT) {
			answerDirectly(work, request);
		}
		else {
			drawPlan(work, request);
		}
	}

	private void answerDirectly(UnitOfWork work, PlanRequest request) {
		List<Attempt> attempts = work.execution().attempts(ModelRole.EXECUTOR, 1);
		work.objective().enter(ObjectivePhase.EXECUTING);
		this.conversation.goOn(work, attempts, (turn) -> {
			if (turn.rounds() == 0) {
				this.conversation.ask(work, ModelRole.EXECUTOR, ONLY_TASK, 1, 0, this.planning.askDirect(request));
			}
			else {
				read(work, request, this.planning.readDirect(request, turn.last()));
			}
		}, (end) -> {
			work.adopt(this.planning.directPlan(request));
			work.execution().exhaust(ONLY_TASK, end.reason());
		});
	}

	private void read(UnitOfWork work, PlanRequest request, DirectReply reply) {
		switch (reply) {
			case DirectReply.UseTool use -> work.adopt(use.plan());
			case DirectReply.Answer answer -> {
				work.adopt(this.planning.directPlan(request));
				Task.Expect.Type type = (request.outputSchema() != null) ? Task.Expect.Type.JSON
						: Task.Expect.Type.TEXT;
				String text = answer.value().isString() ? answer.value().stringValue() : answer.value().toString();
				work.execution()
					.fulfil(ONLY_TASK, new Artifact(type, answer.value(), text), VerificationLevel.NONE, work.now());
			}
			case DirectReply.Misfit misfit -> {
				work.adopt(this.planning.directPlan(request));
				work.execution().reject(ONLY_TASK, misfit.reason(), work.now());
			}
		}
	}

	private void drawPlan(UnitOfWork work, PlanRequest request) {
		work.objective().enter(ObjectivePhase.PLANNING);
		this.conversation.goOn(work, work.execution().attempts(ModelRole.PLANNER, 1), (turn) -> {
			if (turn.rounds() == 0) {
				ask(work, 1, this.planning.askPlan(request));
			}
			else {
				read(work, request, turn);
			}
		}, (end) -> work.adopt(this.planning.directPlan(request)));
	}

	private void read(UnitOfWork work, PlanRequest request, ConversationState.OurTurn turn) {
		switch (this.planning.readPlan(request, turn.last(), turn.rounds() - 1)) {
			case DraftResult.Drawn drawn -> work.adopt(drawn.plan());
			case DraftResult.Faulty faulty when turn.rounds() <= Planning.MAX_REPAIRS -> ask(work, turn.rounds() + 1,
					this.planning.askRepair(request, this.planning.askPlan(request), turn.last(), faulty));
			case DraftResult.Faulty faulty -> work.adopt(this.planning.fallback(request, turn.replies()));
		}
	}

	private void ask(UnitOfWork work, int round, ModelRequest ask) {
		this.conversation.ask(work, ModelRole.PLANNER, null, 1, round, ask);
	}

}
