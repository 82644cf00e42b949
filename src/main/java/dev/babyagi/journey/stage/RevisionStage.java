package dev.babyagi.journey.stage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
import dev.babyagi.planning.Planning;
import dev.babyagi.planning.Replanning;

/**
 * Revises the plan when execution cannot go on or the answer has a gap: it gives a task
 * children, or plans the unfinished tasks anew. If neither helps, the objective winds
 * down. One conversation with the planner runs at a time; its attempts say which task it
 * is about.
 */
@Component
class RevisionStage {

	private static final String NOT_SHOWN = "(It has ended. Its output comes from memory and is not shown to planners.)";

	private static final String SUB_OBJECTIVE = "The task is an objective of its own.";

	private final Planning planning;

	private final PlanRequests requests;

	private final Conversation conversation;

	RevisionStage(Planning planning, PlanRequests requests, Conversation conversation) {
		this.planning = planning;
		this.requests = requests;
		this.conversation = conversation;
	}

	/** Whether the planner is being asked for a revision. */
	boolean isUnderWay(UnitOfWork work) {
		return !attempts(work).isEmpty();
	}

	private static List<Attempt> attempts(UnitOfWork work) {
		return work.execution().attempts(ModelRole.PLANNER, work.requirePlan().revision() + 1);
	}

	/**
	 * Goes on with the revision that the planner is being asked for.
	 * @param gap what the answer lacks, if the revision is about that; untrusted text of
	 * a model
	 */
	StageResult resume(UnitOfWork work, String gap) {
		String taskId = attempts(work).getLast().taskId();
		return (taskId != null) ? decompose(work, work.requirePlan().task(taskId)) : replan(work, gap);
	}

	/**
	 * Revises the plan for a task that execution cannot go on with. An exact plan is not
	 * revised: a model cannot calculate what its calculator refuses. Nor is one revised
	 * for a task that the endpoint refuses.
	 */
	StageResult revise(UnitOfWork work, Task task) {
		if (work.requirePlan().origin() == Origin.EXACT) {
			return stop(work, StopReason.TASK_FAILED);
		}
		if (work.execution().isRefused(task.id())) {
			return stop(work, StopReason.PROVIDER_UNAVAILABLE);
		}
		boolean useful = task.assignment() instanceof Assignment.SubPlan
				|| (!(task.assignment() instanceof Assignment.UseTool) && decomposition(work, task).isPossible());
		return useful ? decompose(work, task) : replan(work, "");
	}

	// -- children of one task

	private StageResult decompose(UnitOfWork work, Task task) {
		Decomposition decomposition = decomposition(work, task);
		if (!decomposition.isPossible()) {
			return replan(work, "");
		}
		List<Attempt> attempts = attempts(work).stream()
			.filter((attempt) -> task.id().equals(attempt.taskId()))
			.toList();
		return switch (this.conversation.resume(work, attempts)) {
			case ConversationState.UnderWay _, ConversationState.Waiting _ -> StageResult.WAITING;
			case ConversationState.OurTurn turn when turn.rounds() == 0 ->
				ask(work, task.id(), 1, decomposition.ask(reason(work, task)));
			case ConversationState.OurTurn turn -> read(work, task, decomposition, turn);
			case ConversationState.Ended _ -> replan(work, "");
		};
	}

	private StageResult read(UnitOfWork work, Task task, Decomposition decomposition, ConversationState.OurTurn turn) {
		return switch (decomposition.read(turn.last(), turn.rounds() - 1)) {
			case DraftResult.Drawn drawn -> expand(work, task, drawn.plan());
			case DraftResult.Faulty faulty when turn.rounds() <= Planning.MAX_REPAIRS ->
				repair(work, task.id(), turn, decomposition.ask(reason(work, task)), faulty);
			case DraftResult.Faulty _ -> decomposition.fallback(turn.replies())
				.map((plan) -> expand(work, task, plan))
				.orElseGet(() -> replan(work, ""));
		};
	}

	private static String reason(UnitOfWork work, Task task) {
		return (work.execution().agenda().nextRung(task) instanceof LadderRung.Stalled stalled) ? stalled.reason()
				: SUB_OBJECTIVE;
	}

	private Decomposition decomposition(UnitOfWork work, Task task) {
		return this.planning.decomposition(this.requests.planned(work), work.requirePlan(), task, finished(work));
	}

	private static StageResult expand(UnitOfWork work, Task task, Plan plan) {
		work.adopt(plan);
		work.execution().expand(task.id(), work.now());
		return StageResult.ADVANCED;
	}

	// -- a new suffix

	/**
	 * Plans the unfinished tasks anew, or winds down if that cannot help.
	 * @param gap what the answer lacks, untrusted text of a model; empty when a task has
	 * stalled
	 */
	StageResult replan(UnitOfWork work, String gap) {
		if (work.isBusy()) {
			return StageResult.WAITING;
		}
		Optional<Agenda.Stall> stall = work.execution().agenda().stall();
		StopReason useless = stall.isPresent() ? StopReason.TASK_FAILED : StopReason.STALLED;
		Replanning replanning = this.planning.replanning(this.requests.planned(work), work.requirePlan(),
				finished(work));
		if (replansMade(work) >= work.objective().limits().maxReplans()) {
			return stop(work, useless);
		}
		if (!replanning.isPossible()) {
			return stop(work, StopReason.STEP_LIMIT);
		}
		ModelRequest request = replanning.ask(work.execution().failures(), stall.map(Agenda.Stall::reason).orElse(gap));
		List<Attempt> attempts = attempts(work).stream().filter((attempt) -> attempt.taskId() == null).toList();
		return switch (this.conversation.resume(work, attempts)) {
			case ConversationState.UnderWay _, ConversationState.Waiting _ -> StageResult.WAITING;
			case ConversationState.OurTurn turn when turn.rounds() == 0 -> ask(work, null, 1, request);
			case ConversationState.OurTurn turn -> read(work, replanning, turn, request);
			case ConversationState.Ended _ -> stop(work, useless);
		};
	}

	private StageResult read(UnitOfWork work, Replanning replanning, ConversationState.OurTurn turn,
			ModelRequest request) {
		return switch (replanning.read(turn.last(), turn.rounds() - 1)) {
			case DraftResult.Drawn drawn when replanning.isSameAgain(drawn.plan()) -> stop(work, StopReason.STALLED);
			case DraftResult.Drawn drawn -> {
				work.adopt(drawn.plan());
				yield StageResult.ADVANCED;
			}
			case DraftResult.Faulty faulty when turn.rounds() <= Planning.MAX_REPAIRS ->
				repair(work, null, turn, request, faulty);
			case DraftResult.Faulty _ -> stop(work, StopReason.STALLED);
		};
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

	private static StageResult stop(UnitOfWork work, StopReason reason) {
		work.execution()
			.agenda()
			.stall()
			.ifPresent((stall) -> work.execution().fail(stall.task().id(), stall.reason(), work.now()));
		work.objective().windDown(reason);
		return StageResult.ADVANCED;
	}

	// -- asking

	private StageResult ask(UnitOfWork work, @Nullable String taskId, int round, ModelRequest request) {
		return this.conversation.ask(work, ModelRole.PLANNER, taskId, work.requirePlan().revision() + 1, round,
				request);
	}

	private StageResult repair(UnitOfWork work, @Nullable String taskId, ConversationState.OurTurn turn,
			ModelRequest asked, DraftResult.Faulty faulty) {
		return ask(work, taskId, turn.rounds() + 1,
				this.planning.askRepair(this.requests.planned(work), asked, turn.last(), faulty));
	}

	/** Planners read no memories but those that somebody vouches for. */
	private static Map<String, String> finished(UnitOfWork work) {
		Map<String, String> finished = new HashMap<>();
		work.execution().artifacts().forEach((id, artifact) -> {
			boolean hidden = work.execution().isTainted(id)
					|| work.requirePlan().task(id).assignment() instanceof Assignment.Recall;
			finished.put(id, hidden ? NOT_SHOWN : artifact.text());
		});
		return finished;
	}

}
