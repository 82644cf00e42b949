package dev.babyagi.journey.stage;

import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;

import dev.babyagi.execution.Agenda;
import dev.babyagi.execution.Artifact;
import dev.babyagi.execution.LadderRung;
import dev.babyagi.execution.TaskPerformer;
import dev.babyagi.journey.work.UnitOfWork;
import dev.babyagi.language.LanguageModel;
import dev.babyagi.language.ModelRequest;
import dev.babyagi.language.ModelRole;
import dev.babyagi.objective.ContextId;
import dev.babyagi.objective.Objective;
import dev.babyagi.objective.ObjectiveId;
import dev.babyagi.objective.ObjectivePhase;
import dev.babyagi.objective.StopReason;
import dev.babyagi.plan.Assignment;
import dev.babyagi.plan.Plan;
import dev.babyagi.plan.Task;
import dev.babyagi.tool.ToolPermission;

/**
 * Starts ready tasks as far as parallelism and budget allow, and concludes tasks whose
 * children have ended.
 */
@Component
class ExecutionStage {

	/** Answers that are asked for in a vote. */
	private static final int BALLOTS = 3;

	private final LanguageModel model;

	private final TaskPerformer performer;

	private final ParentCompletion parents;

	private final Conversation conversation;

	ExecutionStage(LanguageModel model, TaskPerformer performer, ParentCompletion parents, Conversation conversation) {
		this.model = model;
		this.performer = performer;
		this.parents = parents;
		this.conversation = conversation;
	}

	/**
	 * Concludes parents and starts the tasks that can start.
	 * @return advanced when every task has ended or the objective winds down; stalled
	 * when a task needs a new plan; waiting otherwise
	 */
	StageResult carryOut(UnitOfWork work) {
		work.objective().enter(ObjectivePhase.EXECUTING);
		concludeParents(work);
		startReady(work);
		Agenda agenda = work.execution().agenda();
		Optional<Task> subObjective = agenda.toBeExpanded();
		if (work.isWindingDown() || (agenda.isDone() && !work.isBusy())) {
			return StageResult.ADVANCED;
		}
		if (subObjective.isPresent()) {
			return new StageResult.Stalled(subObjective.get());
		}
		return agenda.stall()
			.filter((stall) -> !work.isBusy())
			.<StageResult>map((stall) -> new StageResult.Stalled(stall.task()))
			.orElse(StageResult.WAITING);
	}

	private void startReady(UnitOfWork work) {
		for (Task task : work.execution().agenda().startable(work.now())) {
			if (work.execution().agenda().tasksUnderWay() >= work.objective().parallelism() || work.isWindingDown()) {
				return;
			}
			start(work, task);
		}
		work.execution().agenda().nextRetry().ifPresent((at) -> this.conversation.await(work, at));
	}

	private void concludeParents(UnitOfWork work) {
		for (Task parent : work.execution().agenda().parentsToConclude(work.now())) {
			Optional<Task> joining = this.parents.conclude(work, parent);
			joining.ifPresent((task) -> think(work, task));
		}
	}

	private void start(UnitOfWork work, Task task) {
		switch (task.assignment()) {
			case Assignment.UseTool use -> use(work, task, use);
			case Assignment.Think think -> think(work, task);
			case Assignment.Recall recall -> recall(work, task);
			case Assignment.SubPlan subPlan -> {
			}
		}
	}

	private void use(UnitOfWork work, Task task, Assignment.UseTool use) {
		Map<String, Artifact> artifacts = work.execution().artifacts();
		ToolPermission permission = new ToolPermission(work.objective().tools());
		work.use(task.id(), work.requirePlan().revision(), nextAttempt(work, task),
				() -> this.performer.use(task, use, artifacts, permission));
	}

	private void recall(UnitOfWork work, Task task) {
		Map<String, Artifact> artifacts = work.execution().artifacts();
		Objective objective = work.objective();
		String tenant = objective.tenant();
		ContextId context = objective.isContextGiven() ? objective.contextId() : null;
		work.use(task.id(), work.requirePlan().revision(), nextAttempt(work, task),
				() -> this.performer.recall(task, tenant, context, artifacts));
	}

	private void think(UnitOfWork work, Task task) {
		LadderRung rung = work.execution().agenda().nextRung(task);
		int attempt = nextAttempt(work, task);
		ModelRequest request = this.performer.request(work.objective().text(), background(work), work.requirePlan(),
				task, rung, work.execution());
		ModelRequest ask = this.conversation.routed(work, request);
		int times = (rung instanceof LadderRung.Ballots) ? BALLOTS : 1;
		for (int ballot = 0; ballot < times && !work.isWindingDown(); ballot++) {
			ask(work, task, attempt, ask, ballot == 0);
		}
	}

	/**
	 * Asks once.
	 * @param streamed whether those who follow the objective get the text: of the ballots
	 * of a vote they get one
	 */
	private void ask(UnitOfWork work, Task task, int attempt, ModelRequest ask, boolean streamed) {
		ObjectiveId id = work.objective().id();
		Plan plan = work.requirePlan();
		Map<String, Artifact> artifacts = work.execution().artifacts();
		boolean opened = work.ask(ModelRole.EXECUTOR, task.id(), plan.revision(), attempt, ask,
				(meter, reservation) -> this.performer.think(task, artifacts,
						streamed ? this.conversation.streamed(id, task.id(), attempt, ask) : ask, meter, reservation));
		if (!opened) {
			work.objective().windDown(StopReason.BUDGET_EXHAUSTED);
		}
	}

	private String background(UnitOfWork work) {
		return work.background().forExecutors(this.model.contextTokens(ModelRole.EXECUTOR));
	}

	private static int nextAttempt(UnitOfWork work, Task task) {
		return work.execution().run(task.id()).attempt() + 1;
	}

}
