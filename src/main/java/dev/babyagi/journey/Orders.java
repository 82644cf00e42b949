package dev.babyagi.journey;

import java.time.Clock;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import dev.babyagi.dispatch.Dispatch;
import dev.babyagi.journey.drive.DriverRegistry;
import dev.babyagi.objective.Objective;
import dev.babyagi.objective.ObjectiveId;
import dev.babyagi.objective.ObjectiveNotFound;
import dev.babyagi.objective.ObjectiveState;
import dev.babyagi.objective.Objectives;
import dev.babyagi.objective.Order;

/**
 * Writes the orders that clients give to an objective. The replica that gets the request
 * writes the order and raises the objective's number of orders in one commit; the owner
 * acts on it.
 */
@Component
public class Orders {

	private final Objectives objectives;

	private final Dispatch dispatch;

	private final DriverRegistry drivers;

	private final TransactionTemplate transaction;

	private final Clock clock;

	Orders(Objectives objectives, Dispatch dispatch, DriverRegistry drivers, TransactionTemplate transaction,
			Clock clock) {
		this.objectives = objectives;
		this.dispatch = dispatch;
		this.drivers = drivers;
		this.transaction = transaction;
		this.clock = clock;
	}

	/**
	 * Orders an objective to be canceled. Once this returns, no replica can commit an
	 * attempt of it or another end. Canceling a canceled objective changes nothing.
	 * @throws ObjectiveNotFound if the tenant has no objective of that id
	 * @throws dev.babyagi.objective.IllegalTransition if it has ended in another state
	 */
	public void cancel(String tenant, ObjectiveId id, Order.Kind kind) {
		this.transaction.executeWithoutResult((status) -> {
			Objective objective = this.objectives.find(id, tenant)
				.orElseThrow(() -> new ObjectiveNotFound(id.toString()));
			if (objective.state() != ObjectiveState.CANCELED) {
				this.objectives.order(id, tenant, kind);
				this.dispatch.makeUrgent(id.id(), this.clock.instant());
			}
		});
		this.drivers.tellOrders(id);
	}

}
