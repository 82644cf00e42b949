package dev.babyagi.journey.stage;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.babyagi.execution.Agenda;
import dev.babyagi.execution.Attempt;
import dev.babyagi.execution.LadderRung;
import dev.babyagi.journey.work.ConversationState;
import dev.babyagi.journey.work.UnitOfWork;
import dev.babyagi.language.ModelRequest;
import dev.babyagi.language.ModelRole;
import dev.babyagi.objective.StopReason;
import dev.babyagi.plan.Assignment;
import dev.babyagi.plan.Origin;
import dev.babyagi.plan.Plan;
import dev.babyagi.plan.Task;
import dev.babyagi.planning.Decomposition;
import dev.babyagi.planning.DraftResult;
import dev.babyagi.planning.PlanRequest;
import dev.babyagi.planning.Planning;
import dev.babyagi.planning.Replanning;

/**
 * The last rungs of the ladder, each a new revision: a task is given children, the
 * unfinished suffix is planned anew, or the gap is stated. One conversation at a time;
 * whose it is stands in its attempts.
 */
@Component
class RevisionStage {

	private static final String SUB_OBJECTIVE = "The task is an objective of its own.";

	private final Planning planning;

	private final PlanRequests requests;

	private final Conversation conversation;

	RevisionStage(Planning planning, PlanRequests requests, Conversation conversation) {
		this.planning = planning;
		this.requests = requests;
		this.conversation = conversation;
	}

	/**
	 * Goes on with a revision that is being talked about, or begins one that is due.
	 * @param gap what an answer misses, if that is what the talk is about
	 */
	void revise(UnitOfWork work, Supplier<String> gap) {
		List<Attempt> talk = talk(work);
		if (!talk.isEmpty()) {
			goOn(work, talk.getLast().taskId(), gap);
			return;
		}
		Optional<Task> subObjective = work.execution().agenda().toBeExpanded();
		Optional<Agenda.Stall> stall = work.execution().agenda().stall();
		if (subObjective.isPresent()) {
			decompose(work, subObjective.get());
		}
		else if (stall.isPresent() && !work.isBusy()) {
			climb(work, stall.get());
		}
	}

	/** Whether a revision is being talked about. */
	boolean isUnderWay(UnitOfWork work) {
		return !talk(work).isEmpty();
	}

	private static List<Attempt> talk(UnitOfWork work) {
		return work.execution().attempts(ModelRole.PLANNER, work.requirePlan().revision() + 1);
	}

	private void goOn(UnitOfWork work, @Nullable String taskId, Supplier<String> gap) {
		if (taskId != null) {
			decompose(work, work.requirePlan().task(taskId));
		}
		else {
			replan(work, gap.get());
		}
	}

	/**
	 * An exact plan has no other way: what its calculator refuses, no model makes right.
	 */
	private void climb(UnitOfWork work, Agenda.Stall stall) {
		if (work.requirePlan().origin() == Origin.EXACT) {
			stop(work, StopReason.TASK_FAILED);
			return;
		}
		boolean thinking = !(stall.task().assignment() instanceof Assignment.UseTool);
		if (thinking && decomposition(work, stall.task()).isPossible()) {
			decompose(work, stall.task());
		}
		else {
			replan(work, "");
		}
	}

	// -- children of one task

	private void decompose(UnitOfWork work, Task task) {
		Decomposition decomposition = decomposition(work, task);
		if (!decomposition.isPossible()) {
			replan(work, "");
			return;
		}
		ModelRequest question = decomposition.ask(reason(work, task));
		List<Attempt> attempts = talk(work).stream().filter((attempt) -> task.id().equals(attempt.taskId())).toList();
		this.conversation.goOn(work, attempts, (turn) -> {
			if (turn.rounds() == 0) {
				ask(work, task.id(), 1, question);
				return;
			}
			switch (decomposition.read(turn.last(), turn.rounds() - 1)) {
				case DraftResult.Drawn drawn -> expand(work, task, drawn.plan());
				case DraftResult.Faulty faulty when turn.rounds() <= Planning.MAX_REPAIRS ->
					repair(work, task.id(), turn, question, faulty);
				case DraftResult.Faulty faulty -> decomposition.fallback(turn.replies())
					.ifPresentOrElse((plan) -> expand(work, task, plan), () -> replan(work, ""));
			}
		}, (end) -> replan(work, ""));
	}

	private static String reason(UnitOfWork work, Task task) {
		return (work.execution().agenda().nextRung(task) instanceof LadderRung.Stalled stalled) ? stalled.reason()
				: SUB_OBJECTIVE;
	}

	private Decomposition decomposition(UnitOfWork work, Task task) {
		return this.planning.decomposition(this.requests.of(work), work.requirePlan(), task, finished(work));
	}

	private static void expand(UnitOfWork work, Task task, Plan plan) {
		work.adopt(plan);
		work.execution().expand(task.id(), work.now());
	}

	// -- a new suffix

	/**
	 * Plans the unfinished anew, or winds down when that is of no use any more.
	 * @param gap what an answer misses, or nothing when a task has stalled
	 */
	void replan(UnitOfWork work, String gap) {
		Optional<Agenda.Stall> stall = work.execution().agenda().stall();
		PlanRequest request = this.requests.of(work);
		Replanning replanning = this.planning.replanning(request, work.requirePlan(), finished(work));
		if (work.isBusy()) {
			return;
		}
		if (replansMade(work) >= work.objective().limits().maxReplans()) {
			stop(work, stall.isPresent() ? StopReason.TASK_FAILED : StopReason.STALLED);
			return;
		}
		if (!replanning.isPossible()) {
			stop(work, StopReason.STEP_LIMIT);
			return;
		}
		ModelRequest question = replanning.ask(work.execution().failures(),
				stall.map(Agenda.Stall::reason).orElse(gap));
		List<Attempt> attempts = talk(work).stream().filter((attempt) -> attempt.taskId() == null).toList();
		this.conversation.goOn(work, attempts, (turn) -> {
			if (turn.rounds() == 0) {
				ask(work, null, 1, question);
				return;
			}
			switch (replanning.read(turn.last(), turn.rounds() - 1)) {
				case DraftResult.Drawn drawn when replanning.isSameAgain(drawn.plan()) ->
					stop(work, StopReason.STALLED);
				case DraftResult.Drawn drawn -> work.adopt(drawn.plan());
				case DraftResult.Faulty faulty when turn.rounds() <= Planning.MAX_REPAIRS ->
					repair(work, null, turn, question, faulty);
				case DraftResult.Faulty faulty -> stop(work, StopReason.STALLED);
			}
		}, (end) -> stop(work, stall.isPresent() ? StopReason.TASK_FAILED : StopReason.STALLED));
	}

	private static long replansMade(UnitOfWork work) {
		int present = work.requirePlan().revision();
		return work.execution()
			.attempts()
			.stream()
			.filter((attempt) -> attempt.role() == ModelRole.PLANNER && attempt.taskId() == null
					&& attempt.revision() > 1 && attempt.revision() <= present)
			.map(Attempt::revision)
			.distinct()
			.count();
	}

	private static void stop(UnitOfWork work, StopReason reason) {
		work.execution()
			.agenda()
			.stall()
			.ifPresent((stall) -> work.execution().fail(stall.task().id(), stall.reason(), work.now()));
		work.objective().windDown(reason);
	}

	// -- asking

	private void ask(UnitOfWork work, @Nullable String taskId, int round, ModelRequest question) {
		this.conversation.ask(work, ModelRole.PLANNER, taskId, work.requirePlan().revision() + 1, round, question);
	}

	private void repair(UnitOfWork work, @Nullable String taskId, ConversationState.OurTurn turn, ModelRequest question,
			DraftResult.Faulty faulty) {
		ask(work, taskId, turn.rounds() + 1,
				this.planning.askRepair(this.requests.of(work), question, turn.last(), faulty));
	}

	private static Map<String, String> finished(UnitOfWork work) {
		return work.execution()
			.artifacts()
			.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, (entry) -> entry.getValue().text()));
	}

}
