package dev.babyagi.journey.work;

import java.util.ArrayList;
import java.util.List;

import dev.babyagi.execution.Execution;
import dev.babyagi.language.Meter;
import dev.babyagi.objective.Limits;
import dev.babyagi.objective.Objective;
import dev.babyagi.objective.Order;

/**
 * The state that a driver owns of its objective, equal to the rows in the database.
 *
 * @param objective a detached copy of the objective
 * @param execution its plan, task runs and attempts
 * @param orders every order it was given, oldest first
 * @param meter its budget and what was used and reserved of it
 * @param background what was said and remembered before it
 */
public record OwnedState(Objective objective, Execution execution, List<Order> orders, Meter meter,
		Background background) {

	/** A state without anything remembered. */
	public OwnedState(Objective objective, Execution execution, List<Order> orders, Meter meter) {
		this(objective, execution, orders, meter, Background.NONE);
	}

	/** The budget that the limits of an objective allow. */
	public static Meter.Budget budget(Limits limits) {
		return new Meter.Budget(limits.maxModelCalls(), limits.maxTokens(), limits.maxCostUsd());
	}

	/** Returns the state after a unit of work has been committed. */
	public OwnedState with(UnitOfWork work) {
		return new OwnedState(work.objective(), work.execution(), this.orders, this.meter, this.background);
	}

	/** Returns the same state with what was said and remembered before. */
	public OwnedState with(Background other) {
		return new OwnedState(this.objective, this.execution, this.orders, this.meter, other);
	}

	/** Returns the same state with newer orders, which count as seen. */
	public OwnedState heeding(List<Order> newer) {
		List<Order> all = new ArrayList<>(this.orders);
		Objective seen = this.objective.copy();
		for (Order order : newer) {
			if (order.number() > seen.ordersSeen()) {
				seen.heed(order.number());
				all.add(order);
			}
		}
		return new OwnedState(seen, this.execution, all, this.meter, this.background);
	}

}
