package dev.babyagi.execution;

import java.time.Duration;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.babyagi.language.Ask;
import dev.babyagi.language.Heard;
import dev.babyagi.language.LanguageModel;
import dev.babyagi.language.Meter;
import dev.babyagi.language.Role;
import dev.babyagi.language.Usage;
import dev.babyagi.plan.Assignment;
import dev.babyagi.plan.Plan;
import dev.babyagi.plan.Task;
import dev.babyagi.tool.ToolPermission;

/**
 * Carry out tasks on the calling task thread: ask or use, then check. They do no JDBC,
 * and whatever goes wrong is the end of an attempt, never an exception.
 */
@Component
public class Performers {

	/** For votes and retries, so that something changes. */
	private static final double WARM = 0.7;

	private final LanguageModel model;

	private final Verification verification;

	private final ToolUse tools;

	Performers(LanguageModel model, Verification verification, ToolUse tools) {
		this.model = model;
		this.verification = verification;
		this.tools = tools;
	}

	/**
	 * The question that carries out a think task on a rung of the ladder.
	 * @param objective the objective in its own words
	 * @param plan the plan the task is part of
	 * @param execution where its tasks stand
	 */
	public Ask ask(String objective, Plan plan, Task task, Rung rung, Execution execution) {
		return TaskPrompt.ask(new TaskBrief(objective, plan, task, execution.artifacts(), execution.states(),
				previous(rung), (rung instanceof Rung.Answer) ? null : WARM, this.model.contextTokens(Role.EXECUTOR),
				timeout(task)));
	}

	private static Checked.@Nullable Failed previous(Rung rung) {
		return (rung instanceof Rung.Retry retry)
				? new Checked.Failed(retry.message(), (retry.answer() != null) ? retry.answer() : "") : null;
	}

	private static Duration timeout(Task task) {
		return (task.timeout() != null) ? task.timeout() : Ask.DEFAULT_TIMEOUT;
	}

	/**
	 * Asks, and checks the answer.
	 * @param artifacts what the check may refer to, by task
	 * @param meter the meter of the objective
	 * @param reservation what was set aside for the call; it is settled here
	 */
	public AttemptEnd think(Task task, Map<String, Artifact> artifacts, Ask ask, Meter meter,
			Meter.Reservation reservation) {
		Heard heard = this.model.ask(ask, meter, reservation);
		if (!(heard instanceof Heard.Reply reply)) {
			return AttemptEnd.of(heard);
		}
		return switch (this.verification.check(task, artifacts, reply.text())) {
			case Checked.Passed passed ->
				AttemptEnd.produced(passed.artifact(), passed.level(), reply.text(), reply.usage(), null);
			case Checked.Failed failed ->
				AttemptEnd.failed(AttemptOutcome.WRONG, failed.message(), reply.text(), reply.usage());
		};
	}

	/**
	 * Uses a tool.
	 * @param artifacts what its inputs may refer to, by task
	 * @param permission the tools the objective may use
	 */
	public AttemptEnd use(Task task, Assignment.UseTool assignment, Map<String, Artifact> artifacts,
			ToolPermission permission) {
		ToolUse.Used used = this.tools.use(task, assignment, artifacts, permission);
		return switch (used.checked()) {
			case Checked.Passed passed ->
				AttemptEnd.produced(passed.artifact(), passed.level(), null, Usage.NONE, used.resolvedInputs());
			case Checked.Failed failed -> AttemptEnd.failed(AttemptOutcome.FAILED, failed.message(), null, Usage.NONE);
		};
	}

}
