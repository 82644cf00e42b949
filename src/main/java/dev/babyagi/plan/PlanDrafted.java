package dev.babyagi.plan;

import dev.babyagi.objective.ObjectiveId;

/**
 * A revision of a plan was stored.
 *
 * @param objectiveId the objective
 * @param tenant the tenant of the objective
 * @param revision its number; 1 for the first
 * @param origin how it was made
 * @param tasks how many tasks it has
 */
public record PlanDrafted(ObjectiveId objectiveId, String tenant, int revision, Origin origin, int tasks) {

}
