package dev.babyagi.journey;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.babyagi.dispatch.Dispatch;
import dev.babyagi.journey.drive.ContextQueue;
import dev.babyagi.journey.drive.DriverRegistry;
import dev.babyagi.journey.stage.PlanRequests;
import dev.babyagi.language.LanguageModel;
import dev.babyagi.objective.ContextUse;
import dev.babyagi.objective.Objective;
import dev.babyagi.objective.ObjectiveErased;
import dev.babyagi.objective.ObjectiveId;
import dev.babyagi.objective.Objectives;
import dev.babyagi.objective.Submission;
import dev.babyagi.planning.Planning;

/**
 * Accepts objectives that can be carried out, and erases those that have ended.
 */
@Component
public class ObjectiveIntake {

	private final Objectives objectives;

	private final ContextQueue contexts;

	private final Dispatch dispatch;

	private final LanguageModel model;

	private final PlanRequests requests;

	private final Planning planning;

	private final DriverRegistry drivers;

	private final AdmissionLimit admission;

	private final Clock clock;

	ObjectiveIntake(Objectives objectives, ContextQueue contexts, Dispatch dispatch, LanguageModel model,
			PlanRequests requests, Planning planning, DriverRegistry drivers, AdmissionLimit admission, Clock clock) {
		this.objectives = objectives;
		this.contexts = contexts;
		this.dispatch = dispatch;
		this.model = model;
		this.requests = requests;
		this.planning = planning;
		this.drivers = drivers;
		this.admission = admission;
		this.clock = clock;
	}

	/**
	 * Stores an objective and schedules it for any free replica, in one commit. From that
	 * commit on the objective reaches a terminal state, whatever happens to this process.
	 * If its context was given and is busy, it waits there, or the others end.
	 * @throws ContextBusy if its context is busy and it is not to wait
	 * @throws ModelNotConfigured if it needs a language model and none is configured
	 * @throws QueueFull if too many objectives wait already
	 * @throws Draining if this replica is stopping
	 */
	@Transactional
	public Objective accept(String tenant, Submission submission) {
		if (this.drivers.isDraining()) {
			throw new Draining();
		}
		if (!this.model.isConfigured() && !this.planning.needsNoModel(this.requests.of(submission))) {
			throw new ModelNotConfigured();
		}
		this.admission.admit();
		Instant now = this.clock.instant();
		if (submission.context().given() && isBusy(tenant, submission.context(), now)) {
			return scheduled(this.objectives.enqueue(tenant, submission), submission.limits().deadline());
		}
		return scheduled(this.objectives.submit(tenant, submission), now);
	}

	private boolean isBusy(String tenant, ContextUse context, Instant now) {
		List<ObjectiveId> ahead = this.contexts.enter(tenant, context.id(), now);
		if (ahead.isEmpty()) {
			return false;
		}
		switch (context.onBusy()) {
			case REJECT -> throw new ContextBusy(ahead.getFirst());
			case INTERRUPT -> this.contexts.supersede(tenant, ahead, now);
			case ENQUEUE -> {
			}
		}
		return true;
	}

	private Objective scheduled(Objective objective, @Nullable Instant at) {
		if (at != null) {
			this.dispatch.schedule(objective.id().id(), objective.priority(), at);
		}
		return objective;
	}

	/**
	 * Erases a terminal objective and everything that any module keeps of it.
	 * @throws dev.babyagi.objective.ObjectiveNotFound if the tenant has no objective of
	 * that id
	 * @throws dev.babyagi.objective.IllegalTransition if it is not terminal
	 */
	@Transactional
	public void erase(String tenant, ObjectiveId id) {
		this.objectives.erase(id, tenant, ObjectiveErased.Cause.CLIENT);
	}

}
