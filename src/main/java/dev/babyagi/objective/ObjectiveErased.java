package dev.babyagi.objective;

/**
 * A client erased an objective: every module deletes its rows in the same commit.
 *
 * @param id which
 */
public record ObjectiveErased(ObjectiveId id) {

}
