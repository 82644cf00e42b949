package dev.babyagi.journey;

import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;

import dev.babyagi.execution.Artifact;
import dev.babyagi.execution.Performers;
import dev.babyagi.execution.Rung;
import dev.babyagi.language.Ask;
import dev.babyagi.language.Role;
import dev.babyagi.objective.Phase;
import dev.babyagi.objective.StopReason;
import dev.babyagi.plan.Assignment;
import dev.babyagi.plan.Plan;
import dev.babyagi.plan.Task;
import dev.babyagi.tool.ToolPermission;

/**
 * Starts what is ready, as far as parallelism and budget allow, and concludes tasks whose
 * children are done.
 */
@Component
class ExecutionStage {

	/** Ballots of a vote. */
	private static final int BALLOTS = 3;

	private final Performers performers;

	private final Conclusions conclusions;

	private final Conversation conversation;

	ExecutionStage(Performers performers, Conclusions conclusions, Conversation conversation) {
		this.performers = performers;
		this.conclusions = conclusions;
		this.conversation = conversation;
	}

	void carryOut(Draft it) {
		it.objective().enter(Phase.EXECUTING);
		concludeParents(it);
		for (Task task : it.execution().agenda().startable(it.now())) {
			if (it.execution().agenda().tasksUnderWay() >= it.objective().parallelism() || it.isWindingDown()) {
				return;
			}
			start(it, task);
		}
		it.execution().agenda().nextRetry().ifPresent((at) -> this.conversation.await(it, at));
	}

	private void concludeParents(Draft it) {
		for (Task parent : it.execution().agenda().parentsToConclude(it.now())) {
			Optional<Task> joining = this.conclusions.conclude(it, parent);
			joining.ifPresent((task) -> think(it, task));
		}
	}

	private void start(Draft it, Task task) {
		switch (task.assignment()) {
			case Assignment.UseTool use -> use(it, task, use);
			case Assignment.Think think -> think(it, task);
			case Assignment.Recall recall -> think(it, task);
			case Assignment.SubPlan subPlan -> {
			}
		}
	}

	private void use(Draft it, Task task, Assignment.UseTool use) {
		Map<String, Artifact> artifacts = it.execution().artifacts();
		ToolPermission permission = new ToolPermission(it.objective().tools());
		it.use(task.id(), it.requirePlan().revision(), nextAttempt(it, task),
				() -> this.performers.use(task, use, artifacts, permission));
	}

	private void think(Draft it, Task task) {
		Rung rung = it.execution().agenda().nextRung(task);
		int attempt = nextAttempt(it, task);
		Ask ask = this.performers.ask(it.objective().text(), it.requirePlan(), task, rung, it.execution());
		int times = (rung instanceof Rung.Ballots) ? BALLOTS : 1;
		for (int ballot = 0; ballot < times && !it.isWindingDown(); ballot++) {
			ask(it, task, attempt, ask);
		}
	}

	private void ask(Draft it, Task task, int attempt, Ask ask) {
		Plan plan = it.requirePlan();
		Map<String, Artifact> artifacts = it.execution().artifacts();
		boolean opened = it.ask(Role.EXECUTOR, task.id(), plan.revision(), attempt, ask,
				(meter, reservation) -> this.performers.think(task, artifacts, ask, meter, reservation));
		if (!opened) {
			it.objective().windDown(StopReason.BUDGET_EXHAUSTED);
		}
	}

	private static int nextAttempt(Draft it, Task task) {
		return it.execution().run(task.id()).attempt() + 1;
	}

}
