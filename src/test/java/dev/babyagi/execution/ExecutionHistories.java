package dev.babyagi.execution;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.babyagi.language.ModelRole;
import dev.babyagi.language.ModelUsage;
import dev.babyagi.objective.ObjectiveId;
import dev.babyagi.plan.Conclusion;
import dev.babyagi.plan.Origin;
import dev.babyagi.plan.Plan;
import dev.babyagi.plan.Plans;
import dev.babyagi.plan.Task;

/**
 * Executions to test with, and what happens to them.
 */
final class ExecutionHistories {

	static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

	static final ObjectiveId OBJECTIVE = new ObjectiveId(new UUID(0, 1));

	static final ModelUsage RESERVED = new ModelUsage(1, 1000, 500, new BigDecimal("0.10"));

	static final ModelUsage USED = new ModelUsage(2, 30, 4, new BigDecimal("0.01"));

	private ExecutionHistories() {
	}

	/** Nothing has happened yet, not even a plan. */
	static Execution begun() {
		return new Execution(OBJECTIVE, "acme", null, List.of(), List.of());
	}

	/** A plan is followed and nothing else has happened; without news. */
	static Execution following(Task... tasks) {
		return following(plan(1, tasks));
	}

	static Execution following(Plan plan) {
		Execution execution = begun();
		execution.follow(plan, NOW);
		return execution.copy();
	}

	/** A task with two children on which another task depends; the parent has begun. */
	static Execution expanded() {
		Execution execution = following(Plans.think("t1", "Divide it"), Plans.child("t1-1", "t1"),
				Plans.child("t1-2", "t1", "t1-1"), Plans.think("t2", "Use it", "t1"));
		execution.expand("t1", NOW);
		return execution.copy();
	}

	static Plan plan(int revision, Task... tasks) {
		return new Plan(revision, Origin.MODEL, null, List.of(), List.of(tasks), new Conclusion.Synthesize("Join"),
				Map.of());
	}

	static Task think(String id, Task.Expect expect, Task.Effort effort) {
		Task task = Plans.think(id, "Think");
		return new Task(id, task.title(), task.instruction(), task.assignment(), task.dependsOn(), task.covers(),
				expect, task.success(), task.sideEffect(), effort, null, null);
	}

	/** The next attempt at a task. */
	static Attempt open(Execution execution, String taskId) {
		return execution.open(ModelRole.EXECUTOR, taskId, 1, execution.run(taskId).attempt() + 1, RESERVED, NOW);
	}

	/** Three attempts of one ordinal at a task. */
	static List<Attempt> ballots(Execution execution, String taskId) {
		int ordinal = execution.run(taskId).attempt() + 1;
		return List.of(ballot(execution, taskId, ordinal), ballot(execution, taskId, ordinal),
				ballot(execution, taskId, ordinal));
	}

	private static Attempt ballot(Execution execution, String taskId, int ordinal) {
		return execution.open(ModelRole.EXECUTOR, taskId, 1, ordinal, RESERVED, NOW);
	}

	/** One attempt at a task, from start to end. */
	static void attempt(Execution execution, String taskId, AttemptEnd end) {
		execution.close(open(execution, taskId).number(), end, NOW);
	}

	static void succeed(Execution execution, String... taskIds) {
		for (String taskId : taskIds) {
			attempt(execution, taskId, answer("Answer to " + taskId));
		}
	}

	static AttemptEnd answer(String text) {
		return AttemptEnd.produced(TaskFixtures.text(text), VerificationLevel.NONE, text, USED, null);
	}

	static AttemptEnd failed(AttemptOutcome outcome, String reason) {
		return AttemptEnd.failed(outcome, reason, "Said: " + reason, USED);
	}

	static List<String> ids(List<Task> tasks) {
		return tasks.stream().map(Task::id).toList();
	}

}
