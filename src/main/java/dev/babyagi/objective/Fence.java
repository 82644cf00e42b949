package dev.babyagi.objective;

/**
 * The numbers in the row of an objective that a writer must know: its commit is refused
 * if one of them has changed.
 *
 * @param id the id of the objective
 * @param epoch the number of the last claim
 * @param orders the number of orders so far
 * @param recording the number of commits so far
 */
public record Fence(ObjectiveId id, long epoch, long orders, long recording) {

}
