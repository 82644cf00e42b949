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
import dev.babyagi.objective.Fence;
import dev.babyagi.objective.Objective;
import dev.babyagi.objective.ObjectiveId;
import dev.babyagi.objective.Objectives;
import dev.babyagi.objective.Order;
import dev.babyagi.plan.Plan;
import dev.babyagi.plan.PlanRevisions;
import dev.babyagi.storage.SharedCommits;

/**
 * Reads and writes what a driver holds. Each recording is one transaction whose first
 * statement is the fence, and may be repeated: one whose commit went unanswered is
 * recognised by its number.
 */
@Component
public class JourneyStore {

	private final SharedCommits commits;

	private final Objectives objectives;

	private final PlanRevisions plans;

	private final Executions executions;

	private final Dispatch dispatch;

	JourneyStore(SharedCommits commits, Objectives objectives, PlanRevisions plans, Executions executions,
			Dispatch dispatch) {
		this.commits = commits;
		this.objectives = objectives;
		this.plans = plans;
		this.executions = executions;
		this.dispatch = dispatch;
	}

	/**
	 * Takes an objective, so that this replica becomes the only writer of its progress:
	 * one that has begun at once, an untouched one with its first recording.
	 * @return what it holds, or nothing if the objective has ended or is gone
	 */
	public Optional<OwnedState> claim(ObjectiveId id, Instant now) {
		return this.objectives.untouched(id)
			.map((objective) -> owned(objective, this.executions.begin(objective)))
			.or(() -> takeOver(id, now));
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
	 * Records a draft, if the fence lets it through.
	 * @return what came of it; an exception means that nothing is known, and that the
	 * same draft may be recorded again
	 */
	public CommitResult record(UnitOfWork work) {
		work.sumUp();
		return this.commits.share(work.objective().id().id(), () -> write(work)) ? recorded(work) : refused(work);
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
		this.objectives.tell(objective);
		if (objective.state().isTerminal()) {
			this.dispatch.end(objective.id().id());
		}
		return true;
	}

	/**
	 * Without new orders the row is another replica's, or the database has gone back
	 * behind what it said was committed, as a standby may that takes over: what is held
	 * here is no longer equal to its rows, and is taken up from them again.
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
		return CommitResult.DONE;
	}

}
