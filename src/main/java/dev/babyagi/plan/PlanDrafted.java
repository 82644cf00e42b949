package dev.babyagi.plan;

import dev.babyagi.objective.ObjectiveId;

/**
 * A revision of a plan was stored.
 *
 * @param objectiveId of which objective
 * @param tenant whose
 * @param revision its number; 1 for the first
 * @param origin the way it came about
 * @param tasks how many tasks it has
 */
public record PlanDrafted(ObjectiveId objectiveId, String tenant, int revision, Origin origin, int tasks) {

}
