package dev.babyagi.execution;

import dev.babyagi.objective.ObjectiveId;

/**
 * A task entered another state.
 *
 * @param objectiveId the id of the objective
 * @param tenant the tenant of the objective
 * @param taskId the id of the task
 * @param state the state now
 * @param attempt the number of its attempt, 0 before the first
 */
public record TaskStateChanged(ObjectiveId objectiveId, String tenant, String taskId, TaskState state, int attempt) {

}
