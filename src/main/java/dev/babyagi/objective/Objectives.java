package dev.babyagi.objective;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.EntityManager;
import org.hibernate.StatelessSession;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The objectives there are. Everything that writes must run in the caller's transaction,
 * so that what a module above writes beside it is the same commit.
 */
@Component
public class Objectives {

	private static final String RECORD = """
			update Objective o set o.state = :state, o.phase = :phase, o.stopReason = :stopReason,
			o.completeness = :completeness, o.startedAt = :startedAt, o.finishedAt = :finishedAt, o.dueAt = :dueAt,
			o.spending.modelCalls = :modelCalls, o.spending.inputTokens = :inputTokens,
			o.spending.outputTokens = :outputTokens, o.spending.costUsd = :costUsd, o.progress.total = :total,
			o.progress.succeeded = :succeeded, o.progress.running = :running, o.progress.failed = :failed,
			o.progress.skipped = :skipped, o.result = :result, o.error = :error, o.ordersSeen = :orders,
			o.recording = :recording + 1
			where o.id = :id and o.epoch = :epoch and o.orders = :orders and o.recording = :recording""";

	private final ObjectiveRows rows;

	private final OrderRows orders;

	private final EntityManager entities;

	private final StatelessSession session;

	private final ApplicationEventPublisher events;

	private final Ids ids;

	private final Clock clock;

	Objectives(ObjectiveRows rows, OrderRows orders, EntityManager entities, StatelessSession session,
			ApplicationEventPublisher events, Ids ids, Clock clock) {
		this.rows = rows;
		this.orders = orders;
		this.entities = entities;
		this.session = session;
		this.events = events;
		this.ids = ids;
		this.clock = clock;
	}

	/**
	 * Stores a new objective.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Objective submit(String tenant, Submission submission) {
		Objective objective = Objective.submitted(new ObjectiveId(this.ids.next()), tenant, submission,
				this.clock.instant());
		this.entities.persist(objective);
		publish(objective);
		return objective;
	}

	/**
	 * Takes an objective: from here on only the holder of the new epoch can record.
	 * @return a detached copy to work on, or nothing if it has ended or is gone
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Optional<Objective> claim(ObjectiveId id) {
		if (this.rows.claim(id) == 0) {
			return Optional.empty();
		}
		Objective objective = this.rows.findById(id).orElseThrow();
		objective.claimed(this.clock.instant());
		this.entities.flush();
		this.entities.detach(objective);
		publish(objective);
		return Optional.of(objective);
	}

	/**
	 * The fence: writes what became of an objective if, and only if, the copy's epoch,
	 * number of orders and number of recordings are still those of the row. It must be
	 * the first statement of a recording transaction: the row lock it takes keeps every
	 * other writer out until the commit. What is news is told by {@link #tell}, once what
	 * led to it is written.
	 * @return whether it was written; if not, nothing else may be
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public boolean record(Objective copy) {
		return this.session.createMutationQuery(RECORD)
			.setParameter("state", copy.state())
			.setParameter("phase", copy.phase())
			.setParameter("stopReason", copy.stopReason())
			.setParameter("completeness", copy.completeness())
			.setParameter("startedAt", copy.startedAt())
			.setParameter("finishedAt", copy.finishedAt())
			.setParameter("dueAt", copy.dueAt())
			.setParameter("modelCalls", copy.spending().modelCalls())
			.setParameter("inputTokens", copy.spending().inputTokens())
			.setParameter("outputTokens", copy.spending().outputTokens())
			.setParameter("costUsd", copy.spending().costUsd())
			.setParameter("total", copy.progress().total())
			.setParameter("succeeded", copy.progress().succeeded())
			.setParameter("running", copy.progress().running())
			.setParameter("failed", copy.progress().failed())
			.setParameter("skipped", copy.progress().skipped())
			.setParameter("result", copy.result())
			.setParameter("error", copy.error())
			.setParameter("id", copy.id())
			.setParameter("epoch", copy.epoch())
			.setParameter("orders", copy.orders())
			.setParameter("recording", copy.recording())
			.executeUpdate() == 1;
	}

	/**
	 * Tells the news of an objective that was recorded, in the same transaction.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void tell(Objective copy) {
		publish(copy);
	}

	/**
	 * Writes an order and raises the number of orders: the only thing a replica that does
	 * not own an objective writes.
	 * @throws ObjectiveNotFound if there is none of that id
	 * @throws IllegalTransition if it has ended
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Order order(ObjectiveId id, String tenant, Order.Kind kind) {
		Instant now = this.clock.instant();
		int raised = this.rows.raiseOrders(id, now);
		Objective objective = find(id, tenant).orElseThrow(() -> new ObjectiveNotFound(id.toString()));
		if (raised == 0) {
			throw new IllegalTransition(id, objective.state(), State.CANCELED);
		}
		return this.orders.save(new Order(id, objective.orders(), tenant, kind, now));
	}

	/**
	 * The orders of an objective after the given number, oldest first.
	 */
	public List<Order> ordersAfter(ObjectiveId id, long seen) {
		return this.orders.after(id.id(), seen);
	}

	/**
	 * The fences of objectives at work, in one query.
	 */
	public List<Fence> fences(List<ObjectiveId> ids) {
		return ids.isEmpty() ? List.of() : this.rows.fences(ids);
	}

	public Optional<Objective> find(ObjectiveId id, String tenant) {
		return Optional.ofNullable(this.entities.find(Objective.class, id))
			.filter((objective) -> objective.tenant().equals(tenant));
	}

	/**
	 * A page of objectives, newest first.
	 */
	public List<Objective> list(String tenant, ObjectiveFilter filter, int limit) {
		return this.rows.findBy(filter.of(tenant),
				(query) -> query.sortBy(Sort.by("provenance.createdAt", "id.id").descending()).limit(limit).all());
	}

	/**
	 * How many are submitted and not begun.
	 */
	public long countWaiting() {
		return this.rows.countWaiting();
	}

	/**
	 * Erases a terminal objective and tells every module to do the same in this commit.
	 * @throws IllegalTransition if it is not terminal
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void erase(ObjectiveId id, String tenant) {
		Objective objective = find(id, tenant).orElseThrow(() -> new ObjectiveNotFound(id.toString()));
		if (!objective.state().isTerminal()) {
			throw new IllegalTransition(id, objective.state(), objective.state());
		}
		this.orders.erase(id.id());
		this.rows.delete(objective);
		this.events.publishEvent(new ObjectiveErased(id));
	}

	private void publish(Objective objective) {
		objective.news().forEach(this.events::publishEvent);
	}

}
