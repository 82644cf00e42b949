package dev.babyagi.objective;

/**
 * An objective that has not ended, as its context is asked for it.
 *
 * @param id its id
 * @param contextGiven whether the client named its context
 * @param waits whether it waits behind others of its context
 * @param priority 0..9, higher first
 */
public record OpenObjective(ObjectiveId id, boolean contextGiven, boolean waits, int priority) {

}
