package dev.babyagi.journey;

import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import dev.babyagi.execution.Artifact;
import dev.babyagi.execution.Attempt;
import dev.babyagi.execution.Level;
import dev.babyagi.language.Ask;
import dev.babyagi.language.Role;
import dev.babyagi.objective.Phase;
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

	private final Commissions commissions;

	private final Conversation conversation;

	private final Ending ending;

	PlanningStage(Planning planning, Commissions commissions, Conversation conversation, Ending ending) {
		this.planning = planning;
		this.commissions = commissions;
		this.conversation = conversation;
		this.ending = ending;
	}

	void plan(Draft it) {
		if (it.isWindingDown()) {
			this.ending.failWithoutAnswer(it);
			return;
		}
		PlanRequest commission = this.commissions.of(it);
		Optional<Plan> exactPlan = this.planning.exactPlan(commission);
		if (exactPlan.isPresent()) {
			it.adopt(exactPlan.get());
		}
		else if (this.planning.decide(commission) == PlanningRoute.DIRECT) {
			answerDirectly(it, commission);
		}
		else {
			drawPlan(it, commission);
		}
	}

	private void answerDirectly(Draft it, PlanRequest commission) {
		List<Attempt> attempts = it.execution().attempts(Role.EXECUTOR, 1);
		it.objective().enter(Phase.EXECUTING);
		this.conversation.goOn(it, attempts, (turn) -> {
			if (turn.rounds() == 0) {
				this.conversation.ask(it, Role.EXECUTOR, ONLY_TASK, 1, 0, this.planning.askDirect(commission));
			}
			else {
				read(it, commission, this.planning.readDirect(commission, turn.last()));
			}
		}, (end) -> {
			it.adopt(this.planning.directPlan(commission));
			it.execution().exhaust(ONLY_TASK, end.reason());
		});
	}

	private void read(Draft it, PlanRequest commission, DirectReply reply) {
		switch (reply) {
			case DirectReply.UseTool use -> it.adopt(use.plan());
			case DirectReply.Answer answer -> {
				it.adopt(this.planning.directPlan(commission));
				Task.Expect.Type type = (commission.outputSchema() != null) ? Task.Expect.Type.JSON
						: Task.Expect.Type.TEXT;
				String text = answer.value().isString() ? answer.value().stringValue() : answer.value().toString();
				it.execution().fulfil(ONLY_TASK, new Artifact(type, answer.value(), text), Level.NONE, it.now());
			}
			case DirectReply.Misfit misfit -> {
				it.adopt(this.planning.directPlan(commission));
				it.execution().reject(ONLY_TASK, misfit.reason(), it.now());
			}
		}
	}

	private void drawPlan(Draft it, PlanRequest commission) {
		it.objective().enter(Phase.PLANNING);
		this.conversation.goOn(it, it.execution().attempts(Role.PLANNER, 1), (turn) -> {
			if (turn.rounds() == 0) {
				ask(it, 1, this.planning.askPlan(commission));
			}
			else {
				read(it, commission, turn);
			}
		}, (end) -> it.adopt(this.planning.directPlan(commission)));
	}

	private void read(Draft it, PlanRequest commission, Talk.OurTurn turn) {
		switch (this.planning.readPlan(commission, turn.last(), turn.rounds() - 1)) {
			case DraftResult.Drawn drawn -> it.adopt(drawn.plan());
			case DraftResult.Faulty faulty when turn.rounds() <= Planning.MAX_REPAIRS -> ask(it, turn.rounds() + 1,
					this.planning.askRepair(commission, this.planning.askPlan(commission), turn.last(), faulty));
			case DraftResult.Faulty faulty -> it.adopt(this.planning.fallback(commission, turn.replies()));
		}
	}

	private void ask(Draft it, int round, Ask ask) {
		this.conversation.ask(it, Role.PLANNER, null, 1, round, ask);
	}

}
