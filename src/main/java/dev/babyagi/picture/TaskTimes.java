package dev.babyagi.picture;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

import dev.babyagi.execution.Attempt;
import dev.babyagi.execution.Execution;
import dev.babyagi.execution.TaskRun;
import dev.babyagi.language.ModelRole;
import dev.babyagi.plan.Plan;
import dev.babyagi.plan.Task;

/**
 * What the stored instants say about the tasks of a plan.
 *
 * @param plan the plan
 * @param execution its execution
 * @param from when the objective began
 * @param now when what has not ended is looked at
 */
record TaskTimes(Plan plan, Execution execution, Instant from, Instant now) {

	/** A task, its parent and the parent of that. */
	private static final int LEVELS = 3;

	/**
	 * Returns when a task could begin: when its revision was planned and everything had
	 * ended that it, or a parent of it, depends on. Nothing if that is still to come.
	 */
	Optional<Instant> ready(Task task) {
		List<TaskRun> awaited = awaited(task).toList();
		if (awaited.stream().anyMatch((run) -> run.finishedAt() == null)) {
			return Optional.empty();
		}
		return Stream.concat(awaited.stream().map(this::end), planned(this.execution.run(task.id()).revision()))
			.max(Comparator.naturalOrder())
			.or(() -> Optional.of(this.from));
	}

	private Stream<Instant> planned(int revision) {
		return bars((attempt) -> attempt.role() == ModelRole.PLANNER && attempt.revision() == revision).stream()
			.map(TimeBar::to);
	}

	/** What it depends on, and what the tasks depend on that it is a part of. */
	private Stream<TaskRun> awaited(Task task) {
		return Stream
			.iterate(Optional.of(task), Optional::isPresent, (part) -> part.map(Task::parent).flatMap(this.plan::find))
			.limit(LEVELS)
			.flatMap(Optional::stream)
			.flatMap((part) -> part.dependsOn().stream())
			.filter((id) -> this.plan.find(id).isPresent())
			.map(this.execution::run);
	}

	private Stream<TaskRun> children(Task task) {
		return this.plan.children(task.id()).stream().map((child) -> this.execution.run(child.id()));
	}

	/** When a task ended, or now. */
	Instant end(TaskRun run) {
		Instant end = run.finishedAt();
		return (end != null) ? end : this.now;
	}

	/** The attempts of a task, or the task itself if it has none and no children. */
	List<TimeBar> bars(Task task) {
		TaskRun run = this.execution.run(task.id());
		Instant start = run.startedAt();
		List<TimeBar> bars = bars((attempt) -> task.id().equals(attempt.taskId()));
		return (bars.isEmpty() && start != null && children(task).findAny().isEmpty())
				? List.of(new TimeBar(start, end(run), state(run), state(run))) : bars;
	}

	/** The attempts that are wanted, in the order in which they began. */
	List<TimeBar> bars(Predicate<Attempt> wanted) {
		return this.execution.attempts()
			.stream()
			.filter(wanted)
			.map((attempt) -> TimeBar.of(attempt, this.now))
			.sorted(Comparator.comparing(TimeBar::from))
			.toList();
	}

	/**
	 * When a task could have been at work and was not; for a parent, its children were.
	 */
	List<TimeBar> gaps(Task task) {
		boolean parent = children(task).findAny().isPresent();
		Instant end = end(this.execution.run(task.id()));
		return ready(task)
			.map((ready) -> TimeBar.gaps(ready, end, bars(task), parent ? "its children at work" : "waiting"))
			.orElse(List.of());
	}

	/** The state of a task, and how long it took from its first attempt on. */
	String result(TaskRun run) {
		Instant start = run.startedAt();
		return state(run) + ((start != null) ? ", " + TimeAxis.rounded(Duration.between(start, end(run))) : "");
	}

	/** The end of the last that has ended, or now if something has not. */
	Instant end() {
		Stream<Instant> ends = this.plan.tasks().stream().map((task) -> end(this.execution.run(task.id())));
		Stream<Instant> closed = bars((_) -> true).stream().map(TimeBar::to);
		return Stream.of(ends, closed, Stream.of(this.from.plusMillis(1)))
			.flatMap(Function.identity())
			.max(Comparator.naturalOrder())
			.orElseThrow();
	}

	static String state(TaskRun run) {
		return run.state().name().toLowerCase(Locale.ROOT);
	}

	/**
	 * Returns the tasks of the critical path: the one that ended last, the last of those
	 * it waited for, and so on. Of two that ended at once it is the one that waited.
	 */
	Set<String> criticalPath() {
		List<Task> ordered = PlanGraph.of(this.plan).tasks();
		List<String> ids = ordered.stream().map(Task::id).toList();
		Comparator<TaskRun> last = Comparator.comparing((TaskRun run) -> end(run))
			.thenComparingInt((run) -> ids.indexOf(run.taskId()));
		Set<String> path = new LinkedHashSet<>();
		Stream<TaskRun> candidates = ids.stream().map(this.execution::run);
		Optional<TaskRun> next = candidates.filter((run) -> run.startedAt() != null).max(last);
		while (next.isPresent() && path.add(next.get().taskId())) {
			Task task = this.plan.task(next.get().taskId());
			next = Stream.concat(awaited(task), children(task)).filter((run) -> run.startedAt() != null).max(last);
		}
		return path;
	}

}
