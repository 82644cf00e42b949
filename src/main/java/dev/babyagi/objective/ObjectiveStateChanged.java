package dev.babyagi.objective;

import org.jspecify.annotations.Nullable;

/**
 * An objective entered another state or phase.
 *
 * @param id the id of the objective
 * @param tenant the tenant of the objective
 * @param state the state now
 * @param phase the phase now
 * @param stopReason why it stopped, once it has
 * @param completeness how much the answer covers, if there is one
 */
public record ObjectiveStateChanged(ObjectiveId id, String tenant, ObjectiveState state, ObjectivePhase phase,
		@Nullable StopReason stopReason, @Nullable Completeness completeness) {

}
