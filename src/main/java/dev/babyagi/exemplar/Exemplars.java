package dev.babyagi.exemplar;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.EntityManager;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

import dev.babyagi.experiment.ExperimentSettings;
import dev.babyagi.experiment.MeasuredEffect;
import dev.babyagi.family.SlottedText;
import dev.babyagi.objective.IdGenerator;
import dev.babyagi.objective.Objective;
import dev.babyagi.objective.ObjectiveErased;
import dev.babyagi.objective.ObjectiveId;
import dev.babyagi.plan.Origin;
import dev.babyagi.plan.Plan;
import dev.babyagi.planning.Planning;
import dev.babyagi.redaction.SecretPatterns;
import dev.babyagi.reply.ExactJson;

/**
 * The repository of exemplars. Every method that writes runs in the caller's transaction.
 */
@Component
public class Exemplars {

	/** A tenant has no more; the oldest go first. */
	static final int MOST = 1000;

	private static final int LATEST = 5;

	private final ExemplarRows rows;

	private final ExemplarUses uses;

	private final Planning planning;

	private final ExperimentSettings settings;

	private final EntityManager entities;

	private final ApplicationEventPublisher events;

	private final IdGenerator ids;

	private final Clock clock;

	Exemplars(ExemplarRows rows, ExemplarUses uses, Planning planning, ExperimentSettings settings,
			EntityManager entities, ApplicationEventPublisher events, IdGenerator ids, Clock clock) {
		this.rows = rows;
		this.uses = uses;
		this.planning = planning;
		this.settings = settings;
		this.entities = entities;
		this.events = events;
		this.ids = ids;
		this.clock = clock;
	}

	/**
	 * Keeps the plan of an objective whose answer was checked, or of which a person said
	 * that it was right. It must have been drawn by a planner at once, and from the text
	 * of the objective alone. Where a plan of the same form is kept already, it confirms
	 * that one or takes its place; if that one cannot be filled with the literals of this
	 * objective, the two say nothing about each other, and the older one stays.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void offer(Objective objective, @Nullable Plan plan) {
		verified(objective, plan)
			.ifPresent((verified) -> this.rows.findFirstBySlotsKeyOrderByCreatedAtDesc(verified.slotsKey())
				.ifPresentOrElse((there) -> compare(there, verified), () -> keep(verified)));
	}

	private Optional<VerifiedPlan> verified(Objective objective, @Nullable Plan plan) {
		boolean usable = this.settings.enabled() && objective.teaches() && ExemplarSelection.standsAlone(objective);
		if (plan == null || !usable || !isDrawnAtOnce(plan)) {
			return Optional.empty();
		}
		SlottedText slotted = SlottedText.of(objective.text());
		String reply = ExactJson.write(this.planning.asReply(plan));
		if (!slotted.whole() || SecretPatterns.find(objective.text() + "\n" + reply).isPresent()) {
			return Optional.empty();
		}
		return Optional.of(new VerifiedPlan(objective.tenant(), objective.id(), objective.text(), slotted, reply));
	}

	private static boolean isDrawnAtOnce(Plan plan) {
		return plan.revision() == 1 && (plan.origin() == Origin.MODEL || plan.origin() == Origin.REPAIRED);
	}

	private void compare(Exemplar there, VerifiedPlan verified) {
		if (there.objectiveId().equals(verified.objectiveId())) {
			return;
		}
		JsonNode plan = ExactJson.read(there.plan());
		LiteralSubstitution.of(SlottedText.of(there.objective()), verified.slotted())
			.ifPresent((substitution) -> substitution.in(plan)
				.ifPresent((filled) -> compare(there, verified, filled, substitution.differences())));
	}

	private void compare(Exemplar there, VerifiedPlan verified, JsonNode filled, ProvenSlots differences) {
		if (PlanTexts.steps(filled).equals(PlanTexts.steps(ExactJson.read(verified.plan())))) {
			there.confirm(differences);
		}
		else {
			erase(there);
			keep(verified);
		}
	}

	private void keep(VerifiedPlan verified) {
		if (this.rows.countByTenant(verified.tenant()) >= MOST) {
			this.rows.findFirstByTenantOrderByCreatedAt(verified.tenant()).ifPresent(this::erase);
		}
		this.entities.persist(new Exemplar(this.ids.next(), verified, this.clock.instant()));
		changed();
	}

	/**
	 * Notes that a plan that was taken without a planner did not lead to an answer, so
	 * that it is only shown from now on.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void doubt(UUID id) {
		this.rows.findById(id).ifPresent(Exemplar::doubt);
	}

	/**
	 * Erases an exemplar if people say that two or more of its latest five uses were
	 * wrong, and no fewer than were right.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void judge(UUID id) {
		List<Boolean> latest = this.uses.latest(id, LATEST);
		long wrong = latest.stream().filter((success) -> !success).count();
		if (wrong >= 2 && 2 * wrong >= latest.size()) {
			this.rows.findById(id).ifPresent(this::erase);
		}
	}

	/** Erases the plan of an objective whose answer turned out to be wrong. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void withdraw(ObjectiveId objective) {
		this.rows.findByObjectiveId(objective.id()).forEach(this::erase);
	}

	/** Erases an exemplar and everything that is known of it. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void erase(Exemplar exemplar) {
		this.uses.eraseOf(exemplar.getId());
		this.rows.delete(exemplar);
		changed();
	}

	private void changed() {
		this.events.publishEvent(new ExemplarsChanged());
	}

	/**
	 * What a client erases leaves no plan behind. Retention leaves it, and what feedback
	 * said of the plan that was used.
	 */
	@EventListener
	void on(ObjectiveErased erased) {
		if (erased.cause() == ObjectiveErased.Cause.CLIENT) {
			withdraw(erased.id());
			this.uses.erase(erased.id());
		}
		else {
			this.uses.eraseUnlabelled(erased.id());
		}
	}

	/** Finds an exemplar of a tenant. */
	public Optional<Exemplar> find(String tenant, UUID id) {
		return this.rows.findByIdAndTenant(id, tenant);
	}

	/**
	 * At most {@code limit} exemplars, newest first.
	 * @param beforeTime only those created before this, or then with a lower id, or
	 * {@code null}
	 * @param beforeId the id that goes with it
	 */
	public List<Exemplar> list(String tenant, @Nullable Instant beforeTime, @Nullable UUID beforeId, int limit) {
		return (beforeTime != null && beforeId != null)
				? this.rows.newestBefore(tenant, beforeTime, beforeId, Limit.of(limit))
				: this.rows.newest(tenant, Limit.of(limit));
	}

	/** What an exemplar brings. */
	public MeasuredEffect effect(Exemplar exemplar) {
		return this.uses.effect(exemplar.getId());
	}

	/** How many objectives took its plan without a planner. */
	public int reuses(Exemplar exemplar) {
		return this.uses.reuses(exemplar.getId());
	}

}
