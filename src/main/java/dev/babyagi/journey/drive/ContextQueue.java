package dev.babyagi.journey.drive;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.springframework.stereotype.Component;

import dev.babyagi.dispatch.Dispatch;
import dev.babyagi.objective.ContextId;
import dev.babyagi.objective.ObjectiveId;
import dev.babyagi.objective.Objectives;
import dev.babyagi.objective.OpenContexts;
import dev.babyagi.objective.OpenObjective;
import dev.babyagi.objective.Order;

/**
 * Lets the objectives of a context begin one after the other. Whoever accepts or ends one
 * locks the context first, so that one of the two sees the other. The first objective of
 * a context does not know that it will have followers: the next one orders it to wake it.
 */
@Component
public class ContextQueue {

	private final OpenContexts contexts;

	private final Objectives objectives;

	private final Dispatch dispatch;

	ContextQueue(OpenContexts contexts, Objectives objectives, Dispatch dispatch) {
		this.contexts = contexts;
		this.objectives = objectives;
		this.dispatch = dispatch;
	}

	/**
	 * Locks a context, and returns the objectives that a new one has to wait for. Each of
	 * them wakes the next when it ends.
	 * @return those that have not ended, oldest first
	 */
	public List<ObjectiveId> enter(String tenant, ContextId context, Instant now) {
		this.contexts.lock(context);
		List<ObjectiveId> ahead = new ArrayList<>();
		for (OpenObjective open : this.contexts.open(tenant, context, now)) {
			if (open.contextGiven() || this.objectives.orderToWakeNext(open.id(), tenant)) {
				ahead.add(open.id());
			}
		}
		return ahead;
	}

	/**
	 * Orders objectives to end, because a new one takes their place. In the order of
	 * their ids, as shared commits lock them.
	 */
	public void supersede(String tenant, List<ObjectiveId> ids, Instant now) {
		ids.stream().sorted(Comparator.comparing(ObjectiveId::id)).forEach((id) -> {
			this.objectives.order(id, tenant, Order.Kind.SUPERSEDE);
			this.dispatch.makeUrgent(id.id(), now);
		});
	}

	void lock(ContextId context) {
		this.contexts.lock(context);
	}

	/**
	 * Makes the oldest objective that waits in a context due, if none is at work there.
	 * The context must be locked.
	 */
	void wakeNext(String tenant, ContextId context, Instant now) {
		List<OpenObjective> open = this.contexts.open(tenant, context, now);
		if (!open.isEmpty() && open.stream().allMatch(OpenObjective::waits)) {
			OpenObjective next = open.getFirst();
			this.contexts.wake(next.id(), now);
			this.dispatch.makeDue(next.id().id(), next.priority(), now);
		}
	}

}
