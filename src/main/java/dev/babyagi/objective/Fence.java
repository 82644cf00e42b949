package dev.babyagi.objective;

/**
 * What a writer of an objective must hold: the number of its taking, the number of orders
 * it has seen, and the number of its last recording.
 *
 * @param id which objective
 * @param epoch the number of the taking
 * @param orders the number of orders there are
 * @param recording the number of recordings made
 */
public record Fence(ObjectiveId id, long epoch, long orders, long recording) {

}
