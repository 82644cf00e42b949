package dev.babyagi.learning;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import dev.babyagi.objective.ObjectiveErased;

/**
 * Erases the feedback on an objective with it, whoever erases it: without the objective
 * nobody could say what it is about.
 */
@Component
class ErasedFeedback {

	private final FeedbackRows rows;

	private final ReplayRows replays;

	ErasedFeedback(FeedbackRows rows, ReplayRows replays) {
		this.rows = rows;
		this.replays = replays;
	}

	@EventListener
	void on(ObjectiveErased erased) {
		for (ObjectiveFeedback feedback : this.rows.findByObjectiveId(erased.id().id())) {
			this.replays.eraseOf(feedback.getId());
			this.rows.delete(feedback);
		}
	}

}
