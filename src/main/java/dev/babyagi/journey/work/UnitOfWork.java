package dev.babyagi.journey.work;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import dev.babyagi.execution.Attempt;
import dev.babyagi.execution.AttemptEnd;
import dev.babyagi.execution.Execution;
import dev.babyagi.execution.TaskRun;
import dev.babyagi.execution.TaskState;
import dev.babyagi.language.LanguageModel;
import dev.babyagi.language.Meter;
import dev.babyagi.language.ModelRequest;
import dev.babyagi.language.ModelRole;
import dev.babyagi.language.ModelUsage;
import dev.babyagi.objective.Objective;
import dev.babyagi.objective.ObjectiveState;
import dev.babyagi.objective.ObjectiveUsage;
import dev.babyagi.objective.Order;
import dev.babyagi.objective.Progress;
import dev.babyagi.plan.Conclusion;
import dev.babyagi.plan.Plan;

/**
 * A change to one objective, made on copies of its state. It takes effect when it is
 * committed; otherwise it is discarded.
 */
public final class UnitOfWork {

	private final Objective objective;

	private final Execution execution;

	private final List<Order> orders;

	private final Meter meter;

	private final Background background;

	private final LanguageModel model;

	private final Instant now;

	private final List<Plan> revisions = new ArrayList<>();

	private final List<PendingAttempt> starts = new ArrayList<>();

	private Instant wakeAt = Instant.MAX;

	private boolean cutting;

	private boolean touched;

	private boolean standingStill;

	private UnitOfWork(OwnedState owned, Objective objective, LanguageModel model, Instant now) {
		this.objective = objective;
		this.execution = owned.execution().copy();
		this.orders = owned.orders();
		this.meter = owned.meter();
		this.background = owned.background();
		this.model = model;
		this.now = now;
	}

	/**
	 * Begins a unit of work on copies of the owned state. The first one of an objective
	 * marks it as begun.
	 */
	public static UnitOfWork of(OwnedState owned, LanguageModel model, Instant now) {
		Objective objective = owned.objective().copy();
		objective.begin(now);
		return new UnitOfWork(owned, objective, model, now);
	}

	public Objective objective() {
		return this.objective;
	}

	public Execution execution() {
		return this.execution;
	}

	/** What was said and remembered before the objective. */
	public Background background() {
		return this.background;
	}

	public Instant now() {
		return this.now;
	}

	public Optional<Plan> plan() {
		return this.execution.plan();
	}

	public Plan requirePlan() {
		return plan().orElseThrow(() -> new IllegalStateException("There is no plan yet"));
	}

	public boolean isOver() {
		return this.objective.state().isTerminal();
	}

	/** Whether it has reached its goal and the service checked every task by rules. */
	public boolean isVerified() {
		return this.objective.state() == ObjectiveState.COMPLETED && this.execution.isCheckedByRules();
	}

	public boolean isBusy() {
		return !this.execution.openAttempts().isEmpty();
	}

	public boolean isWindingDown() {
		return this.objective.stopReason() != null;
	}

	public boolean isOrdered(Order.Kind kind) {
		return this.orders.stream().anyMatch((order) -> order.kind() == kind);
	}

	/** Closes an attempt with the end that its thread reported. */
	public void close(int attempt, AttemptEnd end) {
		if (this.execution.close(attempt, end, this.now)) {
			this.touched = true;
		}
	}

	/** Makes a new revision the plan of the objective. */
	public void adopt(Plan plan) {
		this.revisions.add(plan);
		this.execution.follow(plan, this.now);
		this.touched = true;
	}

	/**
	 * Opens an attempt that asks a model, if the budget covers it; it starts after the
	 * commit.
	 * @param work makes the call and settles the reservation
	 * @return whether it was opened
	 */
	public boolean ask(ModelRole role, @Nullable String taskId, int revision, int ordinal, ModelRequest ask,
			BiFunction<Meter, Meter.Reservation, AttemptEnd> work) {
		return ask(role, taskId, revision, ordinal, ask, kept(role), work);
	}

	/**
	 * Does the same, and leaves what a later call needs.
	 * @param kept what the budget must cover besides
	 */
	public boolean ask(ModelRole role, @Nullable String taskId, int revision, int ordinal, ModelRequest ask,
			ModelUsage kept, BiFunction<Meter, Meter.Reservation, AttemptEnd> work) {
		Optional<Meter.Reservation> reservation = this.meter.reserve(this.model.estimate(ask), kept);
		reservation.ifPresent((reserved) -> {
			Attempt attempt = this.execution.open(role, taskId, revision, ordinal, reserved.worstCase(),
					this.background.recalledBy(role), this.now);
			this.starts.add(new PendingAttempt(attempt, () -> work.apply(this.meter, reserved), reserved));
			this.touched = true;
		});
		return reservation.isPresent();
	}

	/** Opens an attempt that costs nothing: the use of a pure tool. */
	public void use(String taskId, int revision, int ordinal, Supplier<AttemptEnd> work) {
		Attempt attempt = this.execution.open(ModelRole.EXECUTOR, taskId, revision, ordinal, ModelUsage.NONE, this.now);
		this.starts.add(new PendingAttempt(attempt, work, null));
		this.touched = true;
	}

	/**
	 * The part of the budget that a call must leave for integration: a tenth, and at
	 * least one call. The joining call itself leaves nothing, nor does any call of a plan
	 * that needs no joining call.
	 */
	private ModelUsage kept(ModelRole role) {
		boolean joins = plan().map((plan) -> plan.conclusion() instanceof Conclusion.Synthesize).orElse(false);
		if (role == ModelRole.JOINER || !joins) {
			return ModelUsage.NONE;
		}
		Meter.Budget budget = this.meter.budget();
		return new ModelUsage(Math.max(1, budget.calls() / 10), budget.tokens() / 10, 0,
				budget.costUsd().movePointLeft(1));
	}

	/** Starts nothing more: the objective waits for its attempts under way. */
	public void standStill() {
		this.standingStill = true;
	}

	public boolean isStandingStill() {
		return this.standingStill;
	}

	/**
	 * Sets when the driver must look again if no message comes before; the earliest
	 * instant counts.
	 */
	public void wakeAt(Instant at) {
		if (at.isBefore(this.wakeAt)) {
			this.wakeAt = at;
		}
	}

	public Instant wakeAt() {
		return this.wakeAt;
	}

	/** The budget less what closed attempts have used. */
	public Meter.Budget remaining() {
		Meter.Budget budget = this.meter.budget();
		ModelUsage used = this.execution.used();
		return new Meter.Budget(Math.max(0, budget.calls() - used.calls()),
				Math.max(0, budget.tokens() - used.tokens()),
				budget.costUsd().subtract(used.costUsd()).max(BigDecimal.ZERO));
	}

	/** Cuts the attempts under way; their ends arrive as messages. */
	public void cut() {
		this.cutting = true;
	}

	public boolean isCutting() {
		return this.cutting;
	}

	/**
	 * Updates the usage and the progress of the objective from its attempts and task
	 * runs.
	 */
	public void sumUp() {
		ModelUsage used = this.execution.used();
		this.objective.spend(new ObjectiveUsage(used.calls(), used.inputTokens(), used.outputTokens(), used.costUsd()));
		this.objective.advance(progress());
	}

	private Progress progress() {
		List<TaskRun> runs = plan().map((plan) -> plan.tasks())
			.map((tasks) -> tasks.stream().map((task) -> this.execution.run(task.id())).toList())
			.orElse(List.of());
		return new Progress(runs.size(), count(runs, TaskState.SUCCEEDED),
				count(runs, TaskState.RUNNING, TaskState.RETRYING), count(runs, TaskState.FAILED),
				count(runs, TaskState.SKIPPED, TaskState.CANCELED));
	}

	private static int count(List<TaskRun> runs, TaskState... states) {
		List<TaskState> wanted = List.of(states);
		return (int) runs.stream().filter((run) -> wanted.contains(run.state())).count();
	}

	/** Whether there is anything to commit. */
	public boolean isChanged() {
		return this.touched || this.objective.begun().isPresent() || !this.objective.news().isEmpty()
				|| !this.execution.news().isEmpty() || this.objective.dueAt() != null;
	}

	public List<Plan> revisions() {
		return this.revisions;
	}

	public List<PendingAttempt> starts() {
		return this.starts;
	}

	/** Returns the reservations of attempts that will not start to the budget. */
	public void discard() {
		for (PendingAttempt start : this.starts) {
			Meter.Reservation reservation = start.reservation();
			if (reservation != null) {
				this.meter.settle(reservation, ModelUsage.NONE);
			}
		}
	}

}
