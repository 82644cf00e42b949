package dev.babyagi.execution;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import dev.babyagi.language.ModelRole;
import dev.babyagi.plan.Assignment;
import dev.babyagi.plan.Task;

/**
 * Says what can be done next in an execution, from its task runs and attempts. It changes
 * nothing.
 */
public final class Agenda {

	private final Execution execution;

	Agenda(Execution execution) {
		this.execution = execution;
	}

	/**
	 * The tasks that can start now, in the order in which they should: tasks that are
	 * ready or retrying, and those whose wait for an endpoint is over. Tasks whose next
	 * rung is {@link LadderRung.Stalled} and tasks that have children are left out.
	 * @param now the instant to compare waits with
	 */
	public List<Task> startable(Instant now) {
		return this.execution.plannedTasks()
			.stream()
			.filter((task) -> isDue(run(task), now) && !this.execution.hasChildren(task.id())
					&& !(task.assignment() instanceof Assignment.SubPlan)
					&& !(nextRung(task) instanceof LadderRung.Stalled))
			.sorted(new Dataflow(this.execution.plannedTasks()).order())
			.toList();
	}

	private static boolean isDue(TaskRun run, Instant now) {
		Instant retryAt = run.retryAt();
		return switch (run.state()) {
			case READY, RETRYING -> true;
			case WAITING -> retryAt == null || !retryAt.isAfter(now);
			case BLOCKED, RUNNING, SUCCEEDED, FAILED, SKIPPED, CANCELED -> false;
		};
	}

	/** The next rung of the ladder for a task. */
	public LadderRung nextRung(Task task) {
		return RetryLadder.next(task, run(task), lastWrong(task.id()));
	}

	/**
	 * The first task in the order of the plan that could start but has no rung of the
	 * ladder left.
	 */
	public Optional<Stall> stall() {
		for (Task task : this.execution.plannedTasks()) {
			TaskRun run = run(task);
			boolean due = run.state() == TaskState.READY || run.state() == TaskState.RETRYING
					|| run.state() == TaskState.WAITING;
			if (due && !this.execution.hasChildren(task.id()) && nextRung(task) instanceof LadderRung.Stalled stalled) {
				return Optional.of(new Stall(task, stalled.reason()));
			}
		}
		return Optional.empty();
	}

	/** The first sub-objective that is ready and has no children yet. */
	public Optional<Task> toBeExpanded() {
		return this.execution.plannedTasks()
			.stream()
			.filter((task) -> task.assignment() instanceof Assignment.SubPlan && run(task).state() == TaskState.READY
					&& !this.execution.hasChildren(task.id()))
			.findFirst();
	}

	/**
	 * Parents whose children have all ended and that have no artifact yet.
	 */
	public List<Task> parentsToConclude(Instant now) {
		return this.execution.plannedTasks()
			.stream()
			.filter((task) -> this.execution.hasChildren(task.id()) && isUnconcluded(task, now)
					&& this.execution.children(task.id()).stream().allMatch((child) -> run(child).state().isTerminal()))
			.toList();
	}

	private boolean isUnconcluded(Task task, Instant now) {
		TaskRun run = run(task);
		boolean idle = this.execution.openAttempts()
			.stream()
			.noneMatch((attempt) -> task.id().equals(attempt.taskId()));
		return idle && (run.state() == TaskState.RUNNING || isDue(run, now));
	}

	/** The earliest instant at which a task that waits for an endpoint is tried again. */
	public Optional<Instant> nextRetry() {
		return this.execution.runs()
			.stream()
			.filter((run) -> run.state() == TaskState.WAITING)
			.map(TaskRun::retryAt)
			.filter((at) -> at != null)
			.min(Comparator.naturalOrder());
	}

	/** Whether every task of the plan has ended. */
	public boolean isDone() {
		return this.execution.plannedTasks().stream().allMatch((task) -> run(task).state().isTerminal());
	}

	/** How many tasks have an attempt under way. */
	public long tasksUnderWay() {
		return this.execution.openAttempts()
			.stream()
			.filter((attempt) -> attempt.role() == ModelRole.EXECUTOR)
			.map(Attempt::taskId)
			.distinct()
			.count();
	}

	private TaskRun run(Task task) {
		return this.execution.run(task.id());
	}

	private Optional<Attempt> lastWrong(String taskId) {
		return this.execution.attempts()
			.stream()
			.filter((attempt) -> attempt.role() == ModelRole.EXECUTOR && taskId.equals(attempt.taskId())
					&& attempt.outcome() == AttemptOutcome.WRONG)
			.reduce((first, second) -> second);
	}

	/**
	 * A task that has no rung of the ladder left.
	 *
	 * @param task the task
	 * @param reason why
	 */
	public record Stall(Task task, String reason) {

	}

}
