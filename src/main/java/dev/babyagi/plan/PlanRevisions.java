package dev.babyagi.plan;

import java.time.Instant;
import java.util.Optional;

import org.hibernate.StatelessSession;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import dev.babyagi.objective.ObjectiveErased;
import dev.babyagi.objective.ObjectiveId;

/**
 * Stores the revisions of plans. A revision is stored once and never changed.
 */
@Component
public class PlanRevisions {

	private final PlanRows rows;

	private final StatelessSession session;

	private final ApplicationEventPublisher events;

	PlanRevisions(PlanRows rows, StatelessSession session, ApplicationEventPublisher events) {
		this.rows = rows;
		this.session = session;
		this.events = events;
	}

	/** Returns the newest revision of an objective's plan. */
	public Optional<Plan> newest(ObjectiveId objectiveId) {
		return this.rows.newest(objectiveId.id(), Limit.of(1)).map(PlanRow::plan);
	}

	/** Stores a revision, in the caller's transaction. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void save(ObjectiveId objectiveId, String tenant, Plan plan, Instant now) {
		this.session.insert(new PlanRow(objectiveId.id(), tenant, plan, now));
		this.events
			.publishEvent(new PlanDrafted(objectiveId, tenant, plan.revision(), plan.origin(), plan.tasks().size()));
	}

	@EventListener
	void on(ObjectiveErased erased) {
		this.rows.erase(erased.id().id());
	}

}
