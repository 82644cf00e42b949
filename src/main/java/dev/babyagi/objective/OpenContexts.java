package dev.babyagi.objective;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.hibernate.StatelessSession;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads and changes which objectives of a context are at work and which wait behind them.
 * One that waits has a context that its client named, is submitted, and is due later than
 * now or never.
 */
@Component
public class OpenContexts {

	/** How many rows there are to lock, see the migration. */
	private static final int STRIPES = 64;

	private static final String LOCK = "select stripe from context_lock where stripe = :stripe for update";

	/** Three-valued: it is also true where nothing says when the objective is due. */
	private static final String WAITS = """
			(%1$s.state = 'SUBMITTED' and %1$s.context_given and (%1$s.due_at is null or %1$s.due_at > :now))""";

	private static final String OPEN = """
			select o.id, o.context_given, case when %s then true else false end as waits, o.priority
			from objective o where o.context_id = :context and o.finished_at is null and o.tenant = :tenant
			order by o.created_at, o.id""".formatted(WAITS.formatted("o"));

	private static final String WAKE = """
			update objective set due_at = :now where id = :id and state = 'SUBMITTED'""";

	/** Two queries, since each has a range of the index of due objectives. */
	private static final String STRANDED = """
			select o.tenant, o.context_id from objective o
			where o.state = 'SUBMITTED' and o.due_at is null and o.context_given and %1$s
			union select o.tenant, o.context_id from objective o
			where o.state = 'SUBMITTED' and o.due_at > :now and o.context_given and %1$s""".formatted("""
			not exists (select 1 from objective b where b.context_id = o.context_id and b.finished_at is null
			and b.tenant = o.tenant and not %s)""".formatted(WAITS.formatted("b")));

	private final StatelessSession session;

	OpenContexts(StatelessSession session) {
		this.session = session;
	}

	/**
	 * Locks a context until the transaction ends. It comes before any lock on a row of an
	 * objective, and a transaction locks one context only.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void lock(ContextId context) {
		this.session.createNativeQuery(LOCK, Integer.class)
			.addScalar("stripe", Integer.class)
			.setParameter("stripe", Math.floorMod(context.id().hashCode(), STRIPES))
			.getSingleResult();
	}

	/** The objectives of a context that have not ended, oldest first. */
	@Transactional(propagation = Propagation.MANDATORY)
	public List<OpenObjective> open(String tenant, ContextId context, Instant now) {
		return this.session.createNativeQuery(OPEN, Object[].class)
			.addScalar("id", UUID.class)
			.addScalar("context_given", Boolean.class)
			.addScalar("waits", Boolean.class)
			.addScalar("priority", Integer.class)
			.setParameter("tenant", tenant)
			.setParameter("context", context.id())
			.setParameter("now", now)
			.setTupleTransformer((row, names) -> new OpenObjective(new ObjectiveId((UUID) row[0]), (boolean) row[1],
					(boolean) row[2], (int) row[3]))
			.getResultList();
	}

	/** Lets a waiting objective wait no longer. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void wake(ObjectiveId id, Instant now) {
		this.session.createNativeMutationQuery(WAKE)
			.setParameter("id", id.id())
			.setParameter("now", now)
			.executeUpdate();
	}

	/** The contexts in which objectives wait although none is at work. */
	@Transactional(readOnly = true)
	public List<OpenContext> stranded(Instant now) {
		return this.session.createNativeQuery(STRANDED, Object[].class)
			.addScalar("tenant", String.class)
			.addScalar("context_id", UUID.class)
			.setParameter("now", now)
			.setTupleTransformer((row, names) -> new OpenContext((String) row[0], new ContextId((UUID) row[1])))
			.getResultList();
	}

	/**
	 * A context of which not all objectives have ended.
	 *
	 * @param tenant whose it is
	 * @param id the context
	 */
	public record OpenContext(String tenant, ContextId id) {

	}

}
