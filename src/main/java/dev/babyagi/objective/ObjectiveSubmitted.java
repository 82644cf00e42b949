package dev.babyagi.objective;

/**
 * An objective was accepted and stored.
 *
 * @param id which
 * @param tenant whose
 */
public record ObjectiveSubmitted(ObjectiveId id, String tenant) {

}
