package dev.babyagi.objective;

/**
 * An objective was accepted and stored.
 *
 * @param id the id of the objective
 * @param tenant the tenant of the objective
 */
public record ObjectiveSubmitted(ObjectiveId id, String tenant) {

}
