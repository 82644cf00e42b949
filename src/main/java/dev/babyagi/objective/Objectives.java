package dev.babyagi.objective;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Root;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The repository of objectives. Every method that writes must run in the caller's
 * transaction, so that other modules can write in the same commit.
 */
@Component
public class Objectives {

	/** SQL, because Hibernate would translate a JPQL statement at every call. */
	private static final String RECORD = """
			update objective set state = :state, phase = :phase, stop_reason = :stopReason,
			completeness = :completeness, started_at = :startedAt, finished_at = :finishedAt, due_at = :dueAt,
			model_calls = :modelCalls, input_tokens = :inputTokens, output_tokens = :outputTokens,
			cost_usd = :costUsd, total = :total, succeeded = :succeeded, running = :running, failed = :failed,
			skipped = :skipped, orders_seen = :orders, epoch = :epochRecorded, recording = :recording + 1
			where id = :id and epoch = :epoch and orders = :orders and recording = :recording""";

	private static final String CONCLUDE = """
			update Objective o set o.result = :result, o.error = :error where o.id = :id""";

	/**
	 * One text for any number of ids, so that neither Hibernate nor the database parses
	 * it anew. With a join H2 looks up each key; with a list it would compare each row
	 * with the whole list.
	 */
	private static final String FENCES = """
			select o.id, o.epoch, o.orders, o.recording
			from unnest(cast(:ids as uuid array)) as held(id) join objective o on o.id = held.id""";

	private static final String UNFINISHED = """
			select o.id from unnest(cast(:ids as uuid array)) as asked(id) join objective o on o.id = asked.id
			where o.state in ('SUBMITTED', 'WORKING')""";

	/** Found by the index of lists, and only then locked: H2 sorts what it locks. */
	private static final String LOCK_ENDED = """
			select id from objective where id in (
			select id from objective where tenant = :tenant and created_at < :before and finished_at < :before
			order by created_at fetch first :limit rows only)
			for update skip locked""";

	private static final String DUE = """
			select id from objective where state in ('SUBMITTED', 'WORKING') and due_at <= :now""";

	private final ObjectiveRows rows;

	private final OrderRows orders;

	private final EntityManager entities;

	private final StatelessSession session;

	private final ApplicationEventPublisher events;

	private final IdGenerator ids;

	private final Clock clock;

	Objectives(ObjectiveRows rows, OrderRows orders, EntityManager entities, StatelessSession session,
			ApplicationEventPublisher events, IdGenerator ids, Clock clock) {
		this.rows = rows;
		this.orders = orders;
		this.entities = entities;
		this.session = session;
		this.events = events;
		this.ids = ids;
		this.clock = clock;
	}

	/**
	 * Stores a new objective and publishes {@link ObjectiveSubmitted}.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Objective submit(String tenant, Submission submission) {
		return store(create(tenant, submission));
	}

	/**
	 * Stores a new objective that waits behind others of its context, see
	 * {@link OpenContexts}, and publishes {@link ObjectiveSubmitted}.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Objective enqueue(String tenant, Submission submission) {
		Objective objective = create(tenant, submission);
		objective.enqueue();
		return store(objective);
	}

	private Objective create(String tenant, Submission submission) {
		return Objective.submitted(new ObjectiveId(this.ids.next()), tenant, submission, this.clock.instant());
	}

	private Objective store(Objective objective) {
		this.entities.persist(objective);
		publish(objective);
		return objective;
	}

	/**
	 * Finds an objective that no replica has worked on yet. It need not be claimed: the
	 * first commit of a copy is the claim, and only one copy can succeed.
	 * @return a detached copy to work on, or nothing if it has begun or is gone
	 */
	public Optional<Objective> untouched(ObjectiveId id) {
		return Optional.ofNullable(this.entities.find(Objective.class, id))
			.filter((objective) -> objective.state() == ObjectiveState.SUBMITTED)
			.map(Objective::untouched);
	}

	/**
	 * Claims an objective that has begun: from here on only the holder of the new epoch
	 * can commit.
	 * @return a detached copy to work on, or nothing if it has ended or is gone
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Optional<Objective> claim(ObjectiveId id) {
		return (this.rows.claim(id) == 1) ? this.rows.findById(id).map(Objective::copy) : Optional.empty();
	}

	/**
	 * The fence: writes a copy only if its epoch, its number of orders and its number of
	 * commits are still those of the row. It must be the first statement of its
	 * transaction, because the row lock keeps every other writer out until the commit.
	 * The first commit of an untouched objective claims it. This method publishes that
	 * work has begun; {@link #tell} publishes the other events, once the rows that they
	 * are about are written.
	 * @return whether it was written; if not, the caller must write nothing else
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public boolean record(Objective copy) {
		boolean recorded = this.session.createNativeMutationQuery(RECORD)
			.setParameter("state", copy.state().name())
			.setParameter("phase", copy.phase().name())
			.setParameter("stopReason", name(copy.stopReason()), String.class)
			.setParameter("completeness", name(copy.completeness()), String.class)
			.setParameter("startedAt", copy.startedAt(), Instant.class)
			.setParameter("finishedAt", copy.finishedAt(), Instant.class)
			.setParameter("dueAt", copy.dueAt(), Instant.class)
			.setParameter("modelCalls", copy.spending().modelCalls())
			.setParameter("inputTokens", copy.spending().inputTokens())
			.setParameter("outputTokens", copy.spending().outputTokens())
			.setParameter("costUsd", copy.spending().costUsd())
			.setParameter("total", copy.progress().total())
			.setParameter("succeeded", copy.progress().succeeded())
			.setParameter("running", copy.progress().running())
			.setParameter("failed", copy.progress().failed())
			.setParameter("skipped", copy.progress().skipped())
			.setParameter("id", copy.id().id())
			.setParameter("epoch", copy.epoch())
			.setParameter("epochRecorded", copy.epochRecorded())
			.setParameter("orders", copy.orders())
			.setParameter("recording", copy.recording())
			.executeUpdate() == 1;
		if (recorded) {
			copy.begun().ifPresent(this.events::publishEvent);
		}
		if (recorded && copy.state().isTerminal()) {
			conclude(copy);
		}
		return recorded;
	}

	private void conclude(Objective copy) {
		this.session.createMutationQuery(CONCLUDE)
			.setParameter("result", copy.result())
			.setParameter("error", copy.error())
			.setParameter("id", copy.id())
			.executeUpdate();
	}

	private static @Nullable String name(@Nullable Enum<?> constant) {
		return (constant != null) ? constant.name() : null;
	}

	/**
	 * Publishes the events of an objective that was written, in the same transaction.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void tell(Objective copy) {
		publish(copy);
	}

	/**
	 * Writes an order and raises the number of orders. A replica that does not own an
	 * objective writes nothing else of it.
	 * @throws ObjectiveNotFound if the tenant has no objective of that id
	 * @throws IllegalTransition if it has ended
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Order order(ObjectiveId id, String tenant, Order.Kind kind) {
		Instant now = this.clock.instant();
		int raised = this.rows.raiseOrders(id, now);
		Objective objective = find(id, tenant).orElseThrow(() -> new ObjectiveNotFound(id.toString()));
		if (raised == 0) {
			throw new IllegalTransition(id, objective.state(), ObjectiveState.CANCELED);
		}
		// The next statement of this kind clears what is not written.
		return this.orders.saveAndFlush(new Order(id, objective.orders(), tenant, kind, now));
	}

	/**
	 * Orders an objective to wake the next one of its context when it ends. It may have
	 * that order already.
	 * @return whether it has not ended; from then on it cannot end without heeding this
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public boolean orderToWakeNext(ObjectiveId id, String tenant) {
		if (ordersAfter(id, 0).stream().anyMatch((order) -> order.kind() == Order.Kind.WAKE_NEXT)) {
			return true;
		}
		if (this.rows.raiseOrders(id) == 0) {
			return false;
		}
		Objective objective = find(id, tenant).orElseThrow(() -> new ObjectiveNotFound(id.toString()));
		this.orders.saveAndFlush(new Order(id, objective.orders(), tenant, Order.Kind.WAKE_NEXT, this.clock.instant()));
		return true;
	}

	/**
	 * The orders of an objective after the given number, oldest first.
	 */
	public List<Order> ordersAfter(ObjectiveId id, long seen) {
		return this.orders.after(id.id(), seen);
	}

	/**
	 * The fences of the given objectives, in no order; none for those that are gone.
	 */
	@Transactional(readOnly = true)
	public List<Fence> fences(List<ObjectiveId> ids) {
		UUID[] keys = ids.stream().map(ObjectiveId::id).toArray(UUID[]::new);
		return this.session.createNativeQuery(FENCES, Object[].class)
			.setParameter("ids", keys, UUID[].class)
			.addScalar("id", UUID.class)
			.addScalar("epoch", Long.class)
			.addScalar("orders", Long.class)
			.addScalar("recording", Long.class)
			.setTupleTransformer((row, names) -> new Fence(new ObjectiveId((UUID) row[0]), (long) row[1], (long) row[2],
					(long) row[3]))
			.getResultList();
	}

	/** Those of the given objectives that have neither ended nor been erased. */
	@Transactional(readOnly = true)
	public Set<ObjectiveId> unfinished(List<ObjectiveId> ids) {
		UUID[] keys = ids.stream().map(ObjectiveId::id).toArray(UUID[]::new);
		return this.session.createNativeQuery(UNFINISHED, UUID.class)
			.addScalar("id", UUID.class)
			.setParameter("ids", keys, UUID[].class)
			.getResultList()
			.stream()
			.map(ObjectiveId::new)
			.collect(Collectors.toSet());
	}

	public Optional<Objective> find(ObjectiveId id, String tenant) {
		return Optional.ofNullable(this.entities.find(Objective.class, id))
			.filter((objective) -> objective.tenant().equals(tenant));
	}

	/**
	 * Finds an objective of any tenant, and keeps others from erasing it until the end of
	 * the transaction.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Optional<Objective> hold(ObjectiveId id) {
		return Optional.ofNullable(this.entities.find(Objective.class, id, LockModeType.PESSIMISTIC_WRITE));
	}

	/**
	 * At most {@code limit} objectives that the filter matches, newest first.
	 */
	public List<Objective> list(String tenant, ObjectiveFilter filter, int limit) {
		return this.rows.findBy(filter.of(tenant),
				(query) -> query.sortBy(Sort.by("provenance.createdAt", "id.id").descending()).limit(limit).all());
	}

	/** Those of the given objectives that the filter matches. */
	public Set<ObjectiveId> matching(String tenant, ObjectiveFilter filter, Set<ObjectiveId> ids) {
		CriteriaBuilder builder = this.entities.getCriteriaBuilder();
		CriteriaQuery<ObjectiveId> query = builder.createQuery(ObjectiveId.class);
		Root<Objective> root = query.from(Objective.class);
		query.select(root.get("id")).where(filter.of(tenant).toPredicate(root, query, builder), root.get("id").in(ids));
		return Set.copyOf(this.entities.createQuery(query).getResultList());
	}

	/**
	 * At most {@code limit} completed objectives of a tenant, oldest first.
	 * @param after the last one of the page before, or {@code null}
	 */
	public List<ObjectiveId> completed(String tenant, @Nullable ObjectiveId after, int limit) {
		UUID last = (after != null) ? after.id() : new UUID(0, 0);
		return this.rows.completedAfter(tenant, last, Limit.of(limit)).stream().map(ObjectiveId::new).toList();
	}

	/**
	 * The objective that a context began with, if its client named no context and it has
	 * ended.
	 */
	public Optional<Objective> opening(String tenant, ContextId context) {
		return this.rows.oldest(tenant, context.id(), Limit.of(1))
			.stream()
			.filter((objective) -> !objective.isContextGiven() && objective.state().isTerminal())
			.findFirst();
	}

	/**
	 * How many objectives of all tenants are submitted and not begun.
	 */
	public long countWaiting() {
		return this.rows.countWaiting();
	}

	/** The tokens that objectives created since an instant have used. */
	public long tokensSince(String tenant, Instant since) {
		return this.rows.tokensSince(tenant, since);
	}

	/**
	 * Erases a terminal objective and publishes {@link ObjectiveErased}, so that every
	 * module erases what it keeps of it in this commit.
	 * @throws IllegalTransition if it is not terminal
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void erase(ObjectiveId id, String tenant, ObjectiveErased.Cause cause) {
		Objective objective = Optional
			.ofNullable(this.entities.find(Objective.class, id, LockModeType.PESSIMISTIC_WRITE))
			.filter((found) -> found.tenant().equals(tenant))
			.orElseThrow(() -> new ObjectiveNotFound(id.toString()));
		if (!objective.state().isTerminal()) {
			throw new IllegalTransition(id, objective.state(), objective.state());
		}
		this.orders.erase(id.id());
		this.rows.delete(objective);
		this.events.publishEvent(new ObjectiveErased(id, tenant, cause));
	}

	/**
	 * Erases objectives of one tenant that ended before an instant, in the order of their
	 * creation. Skips rows that another replica is erasing at the same time.
	 * @param limit the most to erase in this commit
	 * @return how many were erased
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public int eraseEnded(String tenant, Instant before, int limit) {
		List<UUID> ended = this.session.createNativeQuery(LOCK_ENDED, UUID.class)
			.addScalar("id", UUID.class)
			.setParameter("tenant", tenant)
			.setParameter("before", before)
			.setParameter("limit", limit)
			.getResultList();
		ended.forEach((id) -> erase(new ObjectiveId(id), tenant, ObjectiveErased.Cause.RETENTION));
		return ended.size();
	}

	/** Every tenant that has objectives, sorted. */
	public List<String> tenants() {
		List<String> tenants = new ArrayList<>();
		for (String next = this.rows.tenantAfter(""); next != null; next = this.rows.tenantAfter(next)) {
			tenants.add(next);
		}
		return tenants;
	}

	/** The ids of the objectives that have not ended and are due, in no order. */
	@Transactional(readOnly = true)
	public List<UUID> due(Instant now) {
		return this.session.createNativeQuery(DUE, UUID.class)
			.addScalar("id", UUID.class)
			.setParameter("now", now)
			.getResultList();
	}

	/** The priority of an objective that has not ended and is due. */
	public Optional<Integer> priorityIfDue(ObjectiveId id, Instant now) {
		return this.rows.priorityIfDue(id.id(), now);
	}

	private void publish(Objective objective) {
		objective.news().forEach(this.events::publishEvent);
	}

}
