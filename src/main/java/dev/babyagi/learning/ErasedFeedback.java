package dev.babyagi.learning;

import java.util.UUID;

import org.springframework.context.event.EventListener;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

import dev.babyagi.family.ObjectiveFamilies;
import dev.babyagi.objective.ObjectiveErased;
import dev.babyagi.objective.Objectives;

/**
 * Erases the feedback on an objective with it, whoever erases it: without the objective
 * nobody could say what it is about. If a client erases it, its text stands for no family
 * any more.
 */
@Component
class ErasedFeedback {

	private final FeedbackRows rows;

	private final ReplayRows replays;

	private final ObjectiveFamilies families;

	private final Objectives objectives;

	ErasedFeedback(FeedbackRows rows, ReplayRows replays, ObjectiveFamilies families, Objectives objectives) {
		this.rows = rows;
		this.replays = replays;
		this.families = families;
		this.objectives = objectives;
	}

	@EventListener
	void on(ObjectiveErased erased) {
		for (ObjectiveFeedback feedback : this.rows.findByObjectiveId(erased.id().id())) {
			this.replays.eraseOf(feedback.getId());
			this.rows.delete(feedback);
		}
		if (erased.cause() == ObjectiveErased.Cause.CLIENT) {
			this.families.ofText(erased.id()).ifPresent((family) -> rename(family, erased));
		}
	}

	private void rename(UUID family, ObjectiveErased erased) {
		this.rows.labelled(family, Limit.of(LabelledRuns.MOST))
			.stream()
			.map(ObjectiveFeedback::objectiveId)
			.filter((id) -> !id.equals(erased.id()))
			.flatMap((id) -> this.objectives.find(id, erased.tenant()).stream())
			.findFirst()
			.ifPresentOrElse((other) -> this.families.rename(family, erased.tenant(), other.id(), other.text()),
					() -> this.families.erase(family));
	}

}
