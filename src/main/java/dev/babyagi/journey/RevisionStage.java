package dev.babyagi.journey;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.babyagi.execution.Agenda;
import dev.babyagi.execution.Attempt;
import dev.babyagi.execution.Rung;
import dev.babyagi.language.Ask;
import dev.babyagi.language.Role;
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

	private final Commissions commissions;

	private final Conversation conversation;

	RevisionStage(Planning planning, Commissions commissions, Conversation conversation) {
		this.planning = planning;
		this.commissions = commissions;
		this.conversation = conversation;
	}

	/**
	 * Goes on with a revision that is being talked about, or begins one that is due.
	 * @param gap what an answer misses, if that is what the talk is about
	 */
	void revise(Draft it, Supplier<String> gap) {
		List<Attempt> talk = talk(it);
		if (!talk.isEmpty()) {
			goOn(it, talk.getLast().taskId(), gap);
			return;
		}
		Optional<Task> subObjective = it.execution().agenda().toBeExpanded();
		Optional<Agenda.Stall> stall = it.execution().agenda().stall();
		if (subObjective.isPresent()) {
			decompose(it, subObjective.get());
		}
		else if (stall.isPresent() && !it.isBusy()) {
			climb(it, stall.get());
		}
	}

	/** Whether a revision is being talked about. */
	boolean isUnderWay(Draft it) {
		return !talk(it).isEmpty();
	}

	private static List<Attempt> talk(Draft it) {
		return it.execution().attempts(Role.PLANNER, it.requirePlan().revision() + 1);
	}

	private void goOn(Draft it, @Nullable String taskId, Supplier<String> gap) {
		if (taskId != null) {
			decompose(it, it.requirePlan().task(taskId));
		}
		else {
			replan(it, gap.get());
		}
	}

	/**
	 * An exact plan has no other way: what its calculator refuses, no model makes right.
	 */
	private void climb(Draft it, Agenda.Stall stall) {
		if (it.requirePlan().origin() == Origin.EXACT) {
			stop(it, StopReason.TASK_FAILED);
			return;
		}
		boolean thinking = !(stall.task().assignment() instanceof Assignment.UseTool);
		if (thinking && decomposition(it, stall.task()).isPossible()) {
			decompose(it, stall.task());
		}
		else {
			replan(it, "");
		}
	}

	// -- children of one task

	private void decompose(Draft it, Task task) {
		Decomposition decomposition = decomposition(it, task);
		if (!decomposition.isPossible()) {
			replan(it, "");
			return;
		}
		Ask question = decomposition.ask(reason(it, task));
		List<Attempt> attempts = talk(it).stream().filter((attempt) -> task.id().equals(attempt.taskId())).toList();
		this.conversation.goOn(it, attempts, (turn) -> {
			if (turn.rounds() == 0) {
				ask(it, task.id(), 1, question);
				return;
			}
			switch (decomposition.read(turn.last(), turn.rounds() - 1)) {
				case DraftResult.Drawn drawn -> expand(it, task, drawn.plan());
				case DraftResult.Faulty faulty when turn.rounds() <= Planning.MAX_REPAIRS ->
					repair(it, task.id(), turn, question, faulty);
				case DraftResult.Faulty faulty -> decomposition.fallback(turn.replies())
					.ifPresentOrElse((plan) -> expand(it, task, plan), () -> replan(it, ""));
			}
		}, (end) -> replan(it, ""));
	}

	private static String reason(Draft it, Task task) {
		return (it.execution().agenda().nextRung(task) instanceof Rung.Stalled stalled) ? stalled.reason()
				: SUB_OBJECTIVE;
	}

	private Decomposition decomposition(Draft it, Task task) {
		return this.planning.decomposition(this.commissions.of(it), it.requirePlan(), task, finished(it));
	}

	private static void expand(Draft it, Task task, Plan plan) {
		it.adopt(plan);
		it.execution().expand(task.id(), it.now());
	}

	// -- a new suffix

	/**
	 * Plans the unfinished anew, or winds down when that is of no use any more.
	 * @param gap what an answer misses, or nothing when a task has stalled
	 */
	void replan(Draft it, String gap) {
		Optional<Agenda.Stall> stall = it.execution().agenda().stall();
		PlanRequest commission = this.commissions.of(it);
		Replanning replanning = this.planning.replanning(commission, it.requirePlan(), finished(it));
		if (it.isBusy()) {
			return;
		}
		if (replansMade(it) >= it.objective().limits().maxReplans()) {
			stop(it, stall.isPresent() ? StopReason.TASK_FAILED : StopReason.STALLED);
			return;
		}
		if (!replanning.isPossible()) {
			stop(it, StopReason.STEP_LIMIT);
			return;
		}
		Ask question = replanning.ask(it.execution().failures(), stall.map(Agenda.Stall::reason).orElse(gap));
		List<Attempt> attempts = talk(it).stream().filter((attempt) -> attempt.taskId() == null).toList();
		this.conversation.goOn(it, attempts, (turn) -> {
			if (turn.rounds() == 0) {
				ask(it, null, 1, question);
				return;
			}
			switch (replanning.read(turn.last(), turn.rounds() - 1)) {
				case DraftResult.Drawn drawn when replanning.isSameAgain(drawn.plan()) -> stop(it, StopReason.STALLED);
				case DraftResult.Drawn drawn -> it.adopt(drawn.plan());
				case DraftResult.Faulty faulty when turn.rounds() <= Planning.MAX_REPAIRS ->
					repair(it, null, turn, question, faulty);
				case DraftResult.Faulty faulty -> stop(it, StopReason.STALLED);
			}
		}, (end) -> stop(it, stall.isPresent() ? StopReason.TASK_FAILED : StopReason.STALLED));
	}

	private static long replansMade(Draft it) {
		int present = it.requirePlan().revision();
		return it.execution()
			.attempts()
			.stream()
			.filter((attempt) -> attempt.role() == Role.PLANNER && attempt.taskId() == null && attempt.revision() > 1
					&& attempt.revision() <= present)
			.map(Attempt::revision)
			.distinct()
			.count();
	}

	private static void stop(Draft it, StopReason reason) {
		it.execution()
			.agenda()
			.stall()
			.ifPresent((stall) -> it.execution().fail(stall.task().id(), stall.reason(), it.now()));
		it.objective().windDown(reason);
	}

	// -- asking

	private void ask(Draft it, @Nullable String taskId, int round, Ask question) {
		this.conversation.ask(it, Role.PLANNER, taskId, it.requirePlan().revision() + 1, round, question);
	}

	private void repair(Draft it, @Nullable String taskId, Talk.OurTurn turn, Ask question, DraftResult.Faulty faulty) {
		ask(it, taskId, turn.rounds() + 1,
				this.planning.askRepair(this.commissions.of(it), question, turn.last(), faulty));
	}

	private static Map<String, String> finished(Draft it) {
		return it.execution()
			.artifacts()
			.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, (entry) -> entry.getValue().text()));
	}

}
