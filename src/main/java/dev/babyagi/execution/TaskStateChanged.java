package dev.babyagi.execution;

import dev.babyagi.objective.ObjectiveId;

/**
 * A task entered another state.
 *
 * @param objectiveId of which objective
 * @param tenant whose
 * @param taskId which task
 * @param state the state now
 * @param attempt the number of its attempt, 0 before the first
 */
public record TaskStateChanged(ObjectiveId objectiveId, String tenant, String taskId, TaskState state, int attempt) {

}
