package dev.babyagi.picture;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import dev.babyagi.execution.Artifacts;
import dev.babyagi.execution.AttemptEnd;
import dev.babyagi.execution.AttemptOutcome;
import dev.babyagi.execution.Execution;
import dev.babyagi.execution.JourneyExecutions;
import dev.babyagi.execution.VerificationLevel;
import dev.babyagi.language.ModelRole;
import dev.babyagi.language.ModelUsage;
import dev.babyagi.objective.JourneyObjectives;
import dev.babyagi.plan.Plan;

/**
 * An execution whose instants are written down. Times are milliseconds since its
 * beginning.
 */
final class ExecutionScript {

	static final Instant BEGINNING = JourneyObjectives.START;

	private final Plan plan;

	private final Execution execution = JourneyExecutions.begin(JourneyObjectives.planned("Compare"));

	private ExecutionScript(Plan plan) {
		this.plan = plan;
	}

	/** An execution whose plan took this long. */
	static ExecutionScript planned(Plan plan, long millis) {
		ExecutionScript script = new ExecutionScript(plan);
		script.close(script.open(ModelRole.PLANNER, null, 1, 0), AttemptEnd.replied("{}", ModelUsage.NONE), millis);
		script.execution.follow(plan, at(millis));
		return script;
	}

	ExecutionScript attempt(String taskId, int ordinal, long from, long to, AttemptOutcome outcome) {
		return close(open(taskId, ordinal, from), outcome, to);
	}

	/** Opens an attempt and returns its number. */
	int open(String taskId, int ordinal, long from) {
		return open(ModelRole.EXECUTOR, taskId, ordinal, from);
	}

	ExecutionScript close(int number, AttemptOutcome outcome, long to) {
		AttemptEnd end = (outcome == AttemptOutcome.SUCCEEDED)
				? AttemptEnd.produced(Artifacts.text("Found"), VerificationLevel.NONE, "Found", ModelUsage.NONE, null)
				: AttemptEnd.failed(outcome, "Because", null, ModelUsage.NONE);
		return close(number, end, to);
	}

	/** Joins the answer, which is still under way if {@code to} is negative. */
	ExecutionScript join(long from, long to) {
		int number = open(ModelRole.JOINER, null, 1, from);
		return (to < 0) ? this : close(number, AttemptEnd.replied("{}", ModelUsage.NONE), to);
	}

	ExecutionScript expand(String taskId, long millis) {
		this.execution.expand(taskId, at(millis));
		return this;
	}

	ExecutionScript fulfil(String taskId, long millis) {
		JourneyExecutions.succeed(this.execution, taskId, "Found", at(millis));
		return this;
	}

	ExecutionScript fail(String taskId, long millis) {
		this.execution.fail(taskId, "Because", at(millis));
		return this;
	}

	String drawn(long now) {
		return TimelineSvg.render(this.plan, this.execution, BEGINNING, at(now));
	}

	TaskTimes times(long now) {
		return new TaskTimes(this.plan, this.execution, BEGINNING, at(now));
	}

	static Instant at(long millis) {
		return BEGINNING.plusMillis(millis);
	}

	private int open(ModelRole role, @Nullable String taskId, int ordinal, long from) {
		return this.execution.open(role, taskId, this.plan.revision(), ordinal, ModelUsage.NONE, at(from)).number();
	}

	private ExecutionScript close(int number, AttemptEnd end, long to) {
		this.execution.close(number, end, at(to));
		return this;
	}

}
