package dev.babyagi.journey.drive;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.babyagi.dispatch.Dispatch;
import dev.babyagi.execution.Execution;
import dev.babyagi.execution.Executions;
import dev.babyagi.journey.work.OwnedState;
import dev.babyagi.journey.work.UnitOfWork;
import dev.babyagi.language.Meter;
import dev.babyagi.lesson.LessonUses;
import dev.babyagi.objective.Fence;
import dev.babyagi.objective.Objective;
import dev.babyagi.objective.ObjectiveId;
import dev.babyagi.objective.Objectives;
import dev.babyagi.objective.Order;
import dev.babyagi.plan.Plan;
import dev.babyagi.plan.PlanRevisions;
import dev.babyagi.storage.SharedCommits;

/**
 * Reads and writes the state that a driver owns. Each commit is one transaction in which
 * the fence comes before everything that is written. It may be repeated: if the answer to
 * a commit was lost, the number of recordings in the row shows that it succeeded.
 */
@Component
public class JourneyStore {

	private final SharedCommits commits;

	private final Objectives objectives;

	private final PlanRevisions plans;

	private final Executions executions;

	private final Dispatch dispatch;

	private final BackgroundReader backgrounds;

	private final MemoryWriter memories;

	private final LessonUses lessons;

	private final ExemplarWriter exemplars;

	private final ContextQueue contexts;

	JourneyStore(SharedCommits commits, Objectives objectives, PlanRevisions plans, Executions executions,
			Dispatch dispatch, BackgroundReader backgrounds, MemoryWriter memories, LessonUses lessons,
			ExemplarWriter exemplars, ContextQueue contexts) {
		this.commits = commits;
		this.objectives = objectives;
		this.plans = plans;
		this.executions = executions;
		this.dispatch = dispatch;
		this.backgrounds = backgrounds;
		this.memories = memories;
		this.lessons = lessons;
		this.exemplars = exemplars;
		this.contexts = contexts;
	}

	/**
	 * Claims an objective, so that this replica becomes the only writer of its progress.
	 * An objective that has begun is claimed in a transaction here; an untouched one is
	 * claimed by its first commit.
	 * @return its state, or nothing if the objective has ended or is gone
	 */
	public Optional<OwnedState> claim(ObjectiveId id, Instant now) {
		return this.objectives.untouched(id)
			.map((objective) -> owned(objective, this.executions.begin(objective)))
			.or(() -> takeOver(id, now))
			.map((owned) -> owned.with(this.backgrounds.of(owned.objective())));
	}

	private Optional<OwnedState> takeOver(ObjectiveId id, Instant now) {
		Optional<OwnedState> owned = this.commits.share(id.id(), () -> this.objectives.claim(id).map((objective) -> {
			Plan plan = this.plans.newest(id).orElse(null);
			return owned(objective, this.executions.takeOver(objective, plan, now));
		}));
		owned.ifPresent((held) -> this.executions.recorded(held.execution()));
		return owned;
	}

	private OwnedState owned(Objective objective, Execution execution) {
		List<Order> orders = (objective.orders() > 0) ? this.objectives.ordersAfter(objective.id(), 0) : List.of();
		return new OwnedState(objective, execution, orders,
				new Meter(OwnedState.budget(objective.limits()), execution.used()));
	}

	/**
	 * Commits a unit of work, if the fence allows it.
	 * @return the result; after an exception it is unknown whether the commit succeeded,
	 * and the same unit of work may be committed again
	 */
	public CommitResult record(UnitOfWork work) {
		work.sumUp();
		Objective objective = work.objective();
		boolean written = freesContext(work) ? this.commits.alone(() -> writeLast(work))
				: this.commits.share(objective.id().id(), () -> write(work));
		return written ? recorded(work) : refused(work);
	}

	private static boolean freesContext(UnitOfWork work) {
		return work.isOver() && (work.objective().isContextGiven() || work.isOrdered(Order.Kind.WAKE_NEXT));
	}

	/** The end of an objective that others of its context may wait for. */
	private boolean writeLast(UnitOfWork work) {
		Objective objective = work.objective();
		this.contexts.lock(objective.contextId());
		boolean written = write(work);
		if (written) {
			this.contexts.wakeNext(objective.tenant(), objective.contextId(), work.now());
		}
		return written;
	}

	List<Order> ordersAfter(ObjectiveId id, long seen) {
		return this.objectives.ordersAfter(id, seen);
	}

	private boolean write(UnitOfWork work) {
		Objective objective = work.objective();
		if (!this.objectives.record(objective)) {
			return false;
		}
		work.revisions().forEach((plan) -> this.plans.save(objective.id(), objective.tenant(), plan, work.now()));
		this.executions.record(work.execution());
		work.background()
			.lesson()
			.unrecorded()
			.ifPresent((choice) -> this.lessons.record(objective, choice, work.now()));
		this.exemplars.record(work);
		this.objectives.tell(objective);
		if (objective.state().isTerminal()) {
			this.memories.remember(work);
			this.dispatch.end(objective.id().id());
		}
		return true;
	}

	/**
	 * Says why the fence refused. If there are no new orders, either another replica has
	 * the objective or the database has lost commits, as a standby that takes over may.
	 * In both cases the state here no longer equals the rows and must be read again.
	 */
	private CommitResult refused(UnitOfWork work) {
		Objective mine = work.objective();
		@Nullable Fence row = this.objectives.fences(List.of(mine.id())).stream().findFirst().orElse(null);
		if (row != null && row.epoch() == mine.epochRecorded() && row.recording() > mine.recording()) {
			return recorded(work);
		}
		if (row == null || row.epoch() != mine.epoch() || row.orders() <= mine.orders()) {
			return CommitResult.LOST;
		}
		return new CommitResult.Ordered(this.objectives.ordersAfter(mine.id(), mine.ordersSeen()));
	}

	private CommitResult recorded(UnitOfWork work) {
		work.objective().recorded();
		this.executions.recorded(work.execution());
		work.background().lesson().recorded();
		work.background().exemplar().recorded();
		return CommitResult.DONE;
	}

}
