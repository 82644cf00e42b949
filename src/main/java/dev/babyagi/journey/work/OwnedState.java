package dev.babyagi.journey.work;

import java.util.ArrayList;
import java.util.List;

import dev.babyagi.execution.Execution;
import dev.babyagi.language.Meter;
import dev.babyagi.objective.Limits;
import dev.babyagi.objective.Objective;
import dev.babyagi.objective.Order;

/**
 * What a driver holds of the objective it owns: equal to its rows.
 *
 * @param objective the objective, detached
 * @param execution where its tasks and attempts stand
 * @param orders every order it was given so far
 * @param meter its budget
 */
public record OwnedState(Objective objective, Execution execution, List<Order> orders, Meter meter) {

	/** The limits of an objective as the budget of its meter. */
	public static Meter.Budget budget(Limits limits) {
		return new Meter.Budget(limits.maxModelCalls(), limits.maxTokens(), limits.maxCostUsd());
	}

	/** What a recorded draft has become. */
	public OwnedState with(UnitOfWork draft) {
		return new OwnedState(draft.objective(), draft.execution(), this.orders, this.meter);
	}

	/** The same, with newer orders seen. */
	public OwnedState heeding(List<Order> newer) {
		List<Order> all = new ArrayList<>(this.orders);
		Objective seen = this.objective.copy();
		for (Order order : newer) {
			if (order.number() > seen.ordersSeen()) {
				seen.heed(order.number());
				all.add(order);
			}
		}
		return new OwnedState(seen, this.execution, all, this.meter);
	}

}
