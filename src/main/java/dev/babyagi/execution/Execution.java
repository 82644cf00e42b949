package dev.babyagi.execution;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.babyagi.language.ModelRole;
import dev.babyagi.language.ModelUsage;
import dev.babyagi.objective.ObjectiveId;
import dev.babyagi.plan.Plan;
import dev.babyagi.plan.Task;

/**
 * The plan of one objective with its task runs and attempts. It decides and does no I/O:
 * the driver owns it, changes a {@link #copy}, and keeps the copy once it is committed.
 */
public final class Execution {

	private final ObjectiveId objectiveId;

	private final String tenant;

	private final Map<String, TaskRun> runs = new LinkedHashMap<>();

	private final List<Attempt> attempts = new ArrayList<>();

	private final List<Object> news = new ArrayList<>();

	private @Nullable Plan plan;

	Execution(ObjectiveId objectiveId, String tenant, @Nullable Plan plan, List<TaskRun> runs, List<Attempt> attempts) {
		this.objectiveId = objectiveId;
		this.tenant = tenant;
		this.plan = plan;
		runs.forEach((run) -> this.runs.put(run.taskId(), run));
		this.attempts.addAll(attempts);
	}

	/** Returns a copy to change and commit, without events. */
	public Execution copy() {
		return new Execution(this.objectiveId, this.tenant, this.plan,
				this.runs.values().stream().map(TaskRun::copy).toList(),
				this.attempts.stream().map(Attempt::copy).toList());
	}

	/** The events since it was copied, in order. */
	public List<Object> news() {
		return List.copyOf(this.news);
	}

	// -- the plan

	/**
	 * Makes a revision the current plan: its new tasks get a run, and tasks that it
	 * dropped are skipped.
	 */
	public void follow(Plan plan, Instant now) {
		this.plan = plan;
		for (Task task : plan.tasks()) {
			this.runs.computeIfAbsent(task.id(),
					(id) -> new TaskRun(this.objectiveId.id(), id, this.tenant, plan.revision(), this.runs.size()));
		}
		this.attempts.stream()
			.filter(Attempt::isTainted)
			.map(this::runOf)
			.filter(Objects::nonNull)
			.forEach(TaskRun::taint);
		for (TaskRun run : this.runs.values()) {
			if (plan.find(run.taskId()).isEmpty() && !run.state().isTerminal()) {
				run.end(now);
				enter(run, TaskState.SKIPPED);
			}
		}
		settle();
	}

	/**
	 * Recomputes which tasks are ready.
	 */
	private void settle() {
		for (Task task : plannedTasks()) {
			TaskRun run = run(task.id());
			if (run.state() == TaskState.BLOCKED && dependenciesDone(task)) {
				enter(run, TaskState.READY);
			}
		}
	}

	private boolean dependenciesDone(Task task) {
		return task.dependsOn().stream().allMatch((id) -> run(id).state().hasArtifact())
				&& (task.parent() == null || parentMayRun(task.parent()));
	}

	private boolean parentMayRun(String parent) {
		return dependenciesDone(requirePlan().task(parent));
	}

	/** What can be done next. */
	public Agenda agenda() {
		return new Agenda(this);
	}

	// -- attempts

	/**
	 * Opens an attempt; its task, if it has one, enters {@link TaskState#RUNNING}.
	 * @param ordinal see {@link Attempt#ordinal}
	 */
	public Attempt open(ModelRole role, @Nullable String taskId, int revision, int ordinal, ModelUsage reserved,
			Instant now) {
		return open(role, taskId, revision, ordinal, reserved, RecalledMemories.NONE, now);
	}

	/**
	 * Opens an attempt whose prompt holds memories, see the other method.
	 */
	public Attempt open(ModelRole role, @Nullable String taskId, int revision, int ordinal, ModelUsage reserved,
			RecalledMemories recalled, Instant now) {
		Attempt attempt = new Attempt(new Attempt.Key(this.objectiveId.id(), nextNumber()), this.tenant, role, taskId,
				revision, ordinal, reserved, now);
		attempt.recall(recalled);
		this.attempts.add(attempt);
		TaskRun run = runOf(attempt);
		if (run != null) {
			run.start(ordinal, now);
			taint(run, recalled);
			enter(run, TaskState.RUNNING);
		}
		return attempt;
	}

	/** A task is tainted by what it sees: memories, and the outputs of other tasks. */
	private void taint(TaskRun run, RecalledMemories recalled) {
		Task task = (this.plan != null) ? this.plan.find(run.taskId()).orElse(null) : null;
		if (recalled.untrusted() || (task != null && sources(task).anyMatch(TaskRun::isTainted))) {
			run.taint();
		}
	}

	private Stream<TaskRun> sources(Task task) {
		return Stream.concat(task.dependsOn().stream(), children(task.id()).stream().map(Task::id))
			.map(this.runs::get)
			.filter(Objects::nonNull);
	}

	/** Whether a task has seen text that nobody vouches for. */
	public boolean isTainted(String taskId) {
		TaskRun run = this.runs.get(taskId);
		return run != null && run.isTainted();
	}

	/** Whether anything in it has seen text that nobody vouches for. */
	public boolean isTainted() {
		return this.attempts.stream().anyMatch(Attempt::isTainted);
	}

	/** Whether there are tasks and the service checked the output of each by rules. */
	public boolean isCheckedByRules() {
		return !this.runs.isEmpty() && this.runs.values()
			.stream()
			.map(TaskRun::verification)
			.allMatch((level) -> level != null && level.isByRule());
	}

	/**
	 * Closes an attempt with its end and moves its task on. Closing it again changes
	 * nothing.
	 * @return whether it was open
	 */
	public boolean close(int number, AttemptEnd end, Instant now) {
		Attempt attempt = attempt(number);
		if (!attempt.isOpen()) {
			return false;
		}
		attempt.close(end, now);
		TaskRun run = runOf(attempt);
		if (run != null && end.recalled().untrusted()) {
			run.taint();
		}
		if (run != null && !run.state().isTerminal()) {
			if (ballots(attempt).size() > 1) {
				count(run, ballots(attempt), now);
			}
			else {
				apply(run, end, now);
			}
			settle();
		}
		return true;
	}

	/**
	 * After a crash numbers may be missing: an attempt that buys nothing has no row yet.
	 */
	private int nextNumber() {
		return this.attempts.isEmpty() ? 1 : this.attempts.getLast().number() + 1;
	}

	private Attempt attempt(int number) {
		for (Attempt attempt : this.attempts.reversed()) {
			if (attempt.number() == number) {
				return attempt;
			}
		}
		throw new IllegalArgumentException("There is no attempt " + number);
	}

	private void apply(TaskRun run, AttemptEnd end, Instant now) {
		String reason = (end.reason() != null) ? end.reason() : "No reason was given";
		switch (end.outcome()) {
			case SUCCEEDED -> succeed(run, end, now);
			case WRONG -> wrong(run, reason);
			case DECLINED, FAILED, REFUSED -> exhaust(run, reason);
			case UNREACHABLE -> awaitEndpoint(run, reason, now);
			case FATAL, OVER_BUDGET, CUT -> enter(run, TaskState.READY);
			case UNCERTAIN -> {
				run.crashed();
				enter(run, TaskState.READY);
			}
		}
	}

	private void succeed(TaskRun run, AttemptEnd end, Instant now) {
		Artifact artifact = end.artifact();
		if (artifact == null) {
			wrong(run, "The attempt produced no artifact");
			return;
		}
		run.produce(artifact, end.level(), end.resolvedInputs(), now);
		enter(run, TaskState.SUCCEEDED);
	}

	private void wrong(TaskRun run, String reason) {
		run.wrong(reason);
		enter(run, TaskState.RETRYING);
	}

	private void exhaust(TaskRun run, String reason) {
		while (run.wrongs() < RetryLadder.WRONGS) {
			run.wrong(reason);
		}
		enter(run, TaskState.RETRYING);
	}

	private void awaitEndpoint(TaskRun run, String reason, Instant now) {
		run.awaitEndpoint(reason, now.plus(OutageBackoff.waitAfter(run.outages())));
		enter(run, TaskState.WAITING);
	}

	/**
	 * Counts a vote once its last ballot is in.
	 */
	private void count(TaskRun run, List<Attempt> ballots, Instant now) {
		if (ballots.stream().anyMatch(Attempt::isOpen)) {
			return;
		}
		List<CheckedAnswer> votes = ballots.stream().<CheckedAnswer>mapMulti((ballot, passed) -> {
			if (ballot.passed() != null) {
				passed.accept(ballot.passed());
			}
		}).toList();
		Optional<CheckedAnswer.Passed> elected = PluralityVote.decide(votes);
		if (elected.isPresent()) {
			run.produce(elected.get().artifact(), elected.get().level(), null, now);
			enter(run, TaskState.SUCCEEDED);
		}
		else if (votes.isEmpty() && ballots.stream().anyMatch(outcomeIs(AttemptOutcome.UNREACHABLE))) {
			awaitEndpoint(run, "The endpoint could not be reached", now);
		}
		else if (votes.isEmpty()
				&& ballots.stream().anyMatch(outcomeIs(AttemptOutcome.CUT).or(outcomeIs(AttemptOutcome.OVER_BUDGET)))) {
			enter(run, TaskState.READY);
		}
		else if (votes.isEmpty() && ballots.stream().allMatch(outcomeIs(AttemptOutcome.REFUSED))) {
			exhaust(run, Objects.requireNonNullElse(ballots.getLast().reason(), "The endpoint refused the request"));
		}
		else if (ballots.stream().anyMatch(outcomeIs(AttemptOutcome.UNCERTAIN))) {
			run.crashed();
			enter(run, TaskState.READY);
		}
		else {
			wrong(run, undecided(votes, ballots));
		}
	}

	private static String undecided(List<CheckedAnswer> votes, List<Attempt> ballots) {
		String reason = ballots.getLast().reason();
		return (votes.isEmpty() && reason != null) ? "None of three answers passed its check; the last: " + reason
				: "Three answers differ from each other or failed their check";
	}

	private static Predicate<Attempt> outcomeIs(AttemptOutcome outcome) {
		return (attempt) -> attempt.outcome() == outcome;
	}

	private List<Attempt> ballots(Attempt one) {
		return this.attempts.stream()
			.filter((other) -> one.taskId() != null && one.taskId().equals(other.taskId()) && one.role() == other.role()
					&& one.ordinal() == other.ordinal())
			.toList();
	}

	/**
	 * Closes the attempts that a dead process left open; their reservations count as
	 * used. Tasks that ran without a stored attempt become ready again.
	 */
	void recover(Instant now) {
		for (Attempt attempt : openAttempts()) {
			attempt.closeUncertain(now);
			TaskRun run = runOf(attempt);
			if (run != null && run.state() == TaskState.RUNNING) {
				run.crashed();
				enter(run, TaskState.READY);
			}
		}
		for (TaskRun run : this.runs.values()) {
			if (run.state() == TaskState.RUNNING && !hasChildren(run.taskId())) {
				enter(run, TaskState.READY);
			}
		}
	}

	// -- what the journey does to tasks

	/** Starts a parent, whose children carry it out. */
	public void expand(String taskId, Instant now) {
		TaskRun run = run(taskId);
		run.start(run.attempt() + 1, now);
		run.beginAnew();
		enter(run, TaskState.RUNNING);
		settle();
	}

	/** Gives a task an artifact that no attempt of its own produced. */
	public void fulfil(String taskId, Artifact artifact, VerificationLevel level, Instant now) {
		TaskRun run = run(taskId);
		if (run.attempt() == 0) {
			run.start(1, now);
		}
		run.produce(artifact, level, null, now);
		enter(run, TaskState.SUCCEEDED);
		settle();
	}

	/**
	 * Counts a direct answer as the first wrong answer to a task, which is tried again.
	 */
	public void reject(String taskId, String reason, Instant now) {
		TaskRun run = run(taskId);
		run.start(1, now);
		wrong(run, reason);
	}

	/** Whether the endpoint refused the last attempt at a task and would again. */
	public boolean isRefused(String taskId) {
		return this.attempts.stream()
			.filter((attempt) -> taskId.equals(attempt.taskId()) && attempt.role() == ModelRole.EXECUTOR)
			.reduce((earlier, later) -> later)
			.filter(outcomeIs(AttemptOutcome.REFUSED))
			.isPresent();
	}

	/** Leaves a task no rung of the ladder. */
	public void exhaust(String taskId, String reason) {
		exhaust(run(taskId), reason);
	}

	/** Fails a task for good and skips the tasks that depend on it. */
	public void fail(String taskId, String reason, Instant now) {
		TaskRun run = run(taskId);
		run.note(reason);
		run.end(now);
		enter(run, TaskState.FAILED);
		skipDependents(now);
	}

	private void skipDependents(Instant now) {
		boolean changed = true;
		while (changed) {
			changed = false;
			for (Task task : plannedTasks()) {
				TaskRun run = run(task.id());
				if (!run.state().isTerminal() && run.state() != TaskState.RUNNING && cannotRun(task)) {
					run.note("What it depends on has no artifact");
					run.end(now);
					enter(run, TaskState.SKIPPED);
					changed = true;
				}
			}
		}
	}

	private boolean cannotRun(Task task) {
		return task.dependsOn().stream().anyMatch(this::hasNoArtifactForGood)
				|| (task.parent() != null && hasNoArtifactForGood(task.parent()));
	}

	private boolean hasNoArtifactForGood(String taskId) {
		TaskState state = run(taskId).state();
		return state.isTerminal() && !state.hasArtifact();
	}

	/** Ends every task that has not ended. */
	public void endAll(TaskState state, Instant now) {
		for (TaskRun run : this.runs.values()) {
			if (!run.state().isTerminal()) {
				run.end(now);
				enter(run, state);
			}
		}
	}

	// -- views

	public Optional<Plan> plan() {
		return Optional.ofNullable(this.plan);
	}

	public TaskRun run(String taskId) {
		TaskRun run = this.runs.get(taskId);
		if (run == null) {
			throw new IllegalArgumentException("There is no run of task '" + taskId + "'");
		}
		return run;
	}

	/**
	 * Every task run, also of dropped tasks, in the order in which the tasks were
	 * planned.
	 */
	public List<TaskRun> runs() {
		return this.runs.values().stream().sorted(Comparator.comparingInt(TaskRun::position)).toList();
	}

	public List<Attempt> attempts() {
		return List.copyOf(this.attempts);
	}

	public List<Attempt> openAttempts() {
		return this.attempts.stream().filter(Attempt::isOpen).toList();
	}

	/** The attempts of a role for one revision, oldest first. */
	public List<Attempt> attempts(ModelRole role, int revision) {
		return this.attempts.stream()
			.filter((attempt) -> attempt.role() == role && attempt.revision() == revision)
			.toList();
	}

	/** The artifacts so far, by task id. */
	public Map<String, Artifact> artifacts() {
		Map<String, Artifact> artifacts = new LinkedHashMap<>();
		for (TaskRun run : runs()) {
			Artifact artifact = run.artifact();
			if (artifact != null && run.state().hasArtifact()) {
				artifacts.put(run.taskId(), artifact);
			}
		}
		return artifacts;
	}

	/** The state of each task in the words of the API, by task id. */
	public Map<String, String> states() {
		Map<String, String> states = new LinkedHashMap<>();
		runs().forEach((run) -> states.put(run.taskId(), run.state().name().toLowerCase(Locale.ROOT)));
		return states;
	}

	/** Why tasks failed, by task id. */
	public Map<String, String> failures() {
		Map<String, String> failures = new LinkedHashMap<>();
		for (TaskRun run : runs()) {
			String error = run.error();
			if (error != null && !run.state().hasArtifact()) {
				failures.put(run.taskId(), error);
			}
		}
		return failures;
	}

	/** What all closed attempts used. */
	public ModelUsage used() {
		return this.attempts.stream().map(Attempt::used).reduce(ModelUsage.NONE, ModelUsage::plus);
	}

	public boolean hasChildren(String taskId) {
		return plannedTasks().stream().anyMatch((task) -> taskId.equals(task.parent()));
	}

	public List<Task> children(String taskId) {
		return plannedTasks().stream().filter((task) -> taskId.equals(task.parent())).toList();
	}

	/** The task run of an attempt; {@code null} for planners and joiners. */
	private @Nullable TaskRun runOf(Attempt attempt) {
		String taskId = attempt.taskId();
		return (attempt.role() == ModelRole.EXECUTOR && taskId != null) ? this.runs.get(taskId) : null;
	}

	/** The tasks of the plan, in its order; empty while there is no plan. */
	List<Task> plannedTasks() {
		return (this.plan != null) ? this.plan.tasks() : List.of();
	}

	private Plan requirePlan() {
		if (this.plan == null) {
			throw new IllegalStateException("Objective " + this.objectiveId + " has no plan yet");
		}
		return this.plan;
	}

	private void enter(TaskRun run, TaskState next) {
		if (run.enter(next)) {
			this.news.add(new TaskStateChanged(this.objectiveId, this.tenant, run.taskId(), next, run.attempt()));
		}
	}

	UUID objectiveId() {
		return this.objectiveId.id();
	}

}
