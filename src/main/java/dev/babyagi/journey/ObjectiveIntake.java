package dev.babyagi.journey;

import java.time.Clock;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.babyagi.dispatch.Dispatch;
import dev.babyagi.journey.drive.DriverRegistry;
import dev.babyagi.journey.stage.PlanRequests;
import dev.babyagi.language.LanguageModel;
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

	private final Dispatch dispatch;

	private final LanguageModel model;

	private final PlanRequests requests;

	private final Planning planning;

	private final DriverRegistry drivers;

	private final AdmissionLimit admission;

	private final Clock clock;

	ObjectiveIntake(Objectives objectives, Dispatch dispatch, LanguageModel model, PlanRequests requests,
			Planning planning, DriverRegistry drivers, AdmissionLimit admission, Clock clock) {
		this.objectives = objectives;
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
		Objective objective = this.objectives.submit(tenant, submission);
		this.dispatch.schedule(objective.id().id(), objective.priority(), this.clock.instant());
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
