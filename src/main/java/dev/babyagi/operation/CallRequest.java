package dev.babyagi.operation;

import java.util.UUID;

import dev.babyagi.language.ModelRequest;

/**
 * A model call that some work in the background needs.
 *
 * @param work the operation, or the objective that has ended
 * @param purpose what it is for, at most 16 characters
 * @param tenant who pays for it
 * @param request what the model is asked
 * @param budget what the tenant's calls may use in one day
 */
public record CallRequest(UUID work, String purpose, String tenant, ModelRequest request, DailyBudget budget) {

}
