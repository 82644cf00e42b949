package dev.babyagi.journey.web;

import java.util.Map;

import io.swagger.v3.oas.annotations.media.Schema;

import dev.babyagi.objective.Objective;
import dev.babyagi.objective.ObjectivePhase;
import dev.babyagi.objective.ObjectiveState;

/**
 * An objective that was accepted. The first answer holds only what never changes, so that
 * a repeated request gets the same answer; after a wait it shows the present state.
 *
 * @param id its id
 * @param contextId the conversation it belongs to
 * @param state {@code submitted} unless it was waited for
 * @param phase {@code queued} unless it was waited for
 * @param links paths of its views and orders, by name
 * @param pollAfterMs milliseconds to wait before the next request
 */
@Schema(name = "AcceptedObjective")
record AcceptedView(@Schema(example = "obj_01M88EQ6FJEXDAV3FV4QHVJ051") String id, String contextId,
		ObjectiveState state, ObjectivePhase phase, Map<String, String> links, int pollAfterMs) {

	static AcceptedView of(Objective objective) {
		String id = objective.id().toString();
		return new AcceptedView(id, objective.contextId().toString(), ObjectiveState.SUBMITTED, ObjectivePhase.QUEUED,
				ObjectiveView.links(id), ObjectiveView.POLL_AFTER_MS);
	}

	/** The present state, after a wait in which the objective did not end. */
	static AcceptedView now(ObjectiveView objective) {
		return new AcceptedView(objective.id(), objective.contextId(), objective.state(), objective.phase(),
				objective.links(), ObjectiveView.POLL_AFTER_MS);
	}

}
