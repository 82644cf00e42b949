package dev.babyagi.journey.web;

import java.util.Map;

import io.swagger.v3.oas.annotations.media.Schema;

import dev.babyagi.objective.Objective;
import dev.babyagi.objective.Phase;
import dev.babyagi.objective.State;

/**
 * An objective at the moment it was accepted: only what never changes, so that a
 * repetition of the request is answered the same.
 *
 * @param id its id
 * @param contextId the conversation it belongs to
 * @param state {@code submitted}
 * @param phase {@code queued}
 * @param links where to go from here
 * @param pollAfterMs when it is worth looking, in milliseconds
 */
@Schema(name = "AcceptedObjective")
record AcceptedView(@Schema(example = "obj_01M88EQ6FJEXDAV3FV4QHVJ051") String id, String contextId, State state,
		Phase phase, Map<String, String> links, int pollAfterMs) {

	static AcceptedView of(Objective objective) {
		String id = objective.id().toString();
		return new AcceptedView(id, objective.contextId().toString(), State.SUBMITTED, Phase.QUEUED,
				ObjectiveView.links(id), ObjectiveView.POLL_AFTER_MS);
	}

}
