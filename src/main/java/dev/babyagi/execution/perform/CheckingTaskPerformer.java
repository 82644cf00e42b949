package dev.babyagi.execution.perform;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.babyagi.execution.Artifact;
import dev.babyagi.execution.Artifacts;
import dev.babyagi.execution.AttemptEnd;
import dev.babyagi.execution.AttemptOutcome;
import dev.babyagi.execution.CheckedAnswer;
import dev.babyagi.execution.Execution;
import dev.babyagi.execution.LadderRung;
import dev.babyagi.execution.RecalledMemories;
import dev.babyagi.execution.TaskPerformer;
import dev.babyagi.execution.VerificationLevel;
import dev.babyagi.execution.check.Verification;
import dev.babyagi.language.LanguageModel;
import dev.babyagi.language.Meter;
import dev.babyagi.language.ModelRequest;
import dev.babyagi.language.ModelResult;
import dev.babyagi.language.ModelRole;
import dev.babyagi.language.ModelUsage;
import dev.babyagi.memory.MemoryHit;
import dev.babyagi.memory.Recall;
import dev.babyagi.objective.ContextId;
import dev.babyagi.plan.Assignment;
import dev.babyagi.plan.Plan;
import dev.babyagi.plan.References;
import dev.babyagi.plan.Task;
import dev.babyagi.tool.ToolPermission;

/**
 * Asks the model or uses the tool, and checks the answer before the attempt ends.
 */
@Component
class CheckingTaskPerformer implements TaskPerformer {

	/** The temperature of votes and retries, so that the answers differ. */
	private static final double WARM = 0.7;

	private static final String JUDGED = "A judge says that the criterion is not met: ";

	private static final String NOTHING = "Nothing is remembered about this.";

	private final LanguageModel model;

	private final Verification verification;

	private final ToolUse tools;

	private final Recall recall;

	private final RubricJudge judge;

	CheckingTaskPerformer(LanguageModel model, Verification verification, ToolUse tools, Recall recall,
			RubricJudge judge) {
		this.model = model;
		this.verification = verification;
		this.tools = tools;
		this.recall = recall;
		this.judge = judge;
	}

	@Override
	public ModelRequest request(String objective, String background, Plan plan, Task task, LadderRung rung,
			Execution execution) {
		return TaskPrompt.ask(new TaskBrief(objective, background, plan, task, execution.artifacts(),
				execution.states(), previous(rung), (rung instanceof LadderRung.Answer) ? null : WARM,
				this.model.contextTokens(ModelRole.EXECUTOR), timeout(task)));
	}

	private static CheckedAnswer.@Nullable Failed previous(LadderRung rung) {
		return (rung instanceof LadderRung.Retry retry)
				? new CheckedAnswer.Failed(retry.message(), (retry.answer() != null) ? retry.answer() : "") : null;
	}

	private static Duration timeout(Task task) {
		return (task.timeout() != null) ? task.timeout() : ModelRequest.DEFAULT_TIMEOUT;
	}

	@Override
	public AttemptEnd think(Task task, Map<String, Artifact> artifacts, ModelRequest ask, Meter meter,
			Meter.Reservation reservation) {
		ModelResult result = this.model.ask(ask, meter, reservation);
		if (!(result instanceof ModelResult.Reply reply)) {
			return AttemptEnd.of(result);
		}
		return switch (check(task, artifacts, reply.text())) {
			case CheckedAnswer.Passed passed -> judged(task, passed, reply, meter);
			case CheckedAnswer.Failed failed ->
				AttemptEnd.failed(AttemptOutcome.WRONG, failed.message(), reply.text(), reply.usage());
		};
	}

	private AttemptEnd judged(Task task, CheckedAnswer.Passed passed, ModelResult.Reply reply, Meter meter) {
		RubricJudge.Judgement judgement = this.judge.judge(task.success(), passed.artifact(), meter);
		ModelUsage usage = reply.usage().plus(judgement.usage());
		if (Boolean.FALSE.equals(judgement.met())) {
			return AttemptEnd.failed(AttemptOutcome.WRONG, JUDGED + judgement.reason(), reply.text(), usage);
		}
		VerificationLevel level = (judgement.met() != null) ? VerificationLevel.JUDGE : passed.level();
		return AttemptEnd.produced(passed.artifact(), level, reply.text(), usage, null);
	}

	@Override
	public CheckedAnswer check(Task task, Map<String, Artifact> artifacts, String reply) {
		return this.verification.check(task, artifacts, reply);
	}

	@Override
	public AttemptEnd recall(Task task, String tenant, @Nullable ContextId contextId, Map<String, Artifact> artifacts) {
		String cue = References.render(task.instruction(), (reference) -> {
			Artifact artifact = artifacts.get(reference.taskId());
			return (artifact != null) ? artifact.text() : "";
		});
		List<MemoryHit> hits = this.recall.forTask(tenant, contextId, cue);
		String text = hits.isEmpty() ? NOTHING : Recall.text(hits);
		return AttemptEnd.recalled(Artifacts.text(text), RecalledMemories.of(hits));
	}

	@Override
	public AttemptEnd use(Task task, Assignment.UseTool assignment, Map<String, Artifact> artifacts,
			ToolPermission permission) {
		ToolUse.Used used;
		try {
			used = this.tools.use(task, assignment, artifacts, permission);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return AttemptEnd.failed(AttemptOutcome.CUT, "The tool was cut short", null, ModelUsage.NONE);
		}
		return switch (used.checked()) {
			case CheckedAnswer.Passed passed ->
				AttemptEnd.produced(passed.artifact(), passed.level(), null, ModelUsage.NONE, used.resolvedInputs());
			case CheckedAnswer.Failed failed ->
				AttemptEnd.failed(AttemptOutcome.FAILED, failed.message(), null, ModelUsage.NONE);
		};
	}

}
