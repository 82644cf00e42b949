package dev.babyagi.memory.extract;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.babyagi.memory.MemoryTrust;
import dev.babyagi.objective.ContextId;
import dev.babyagi.objective.ObjectiveId;

/**
 * What facts are taken from.
 *
 * @param work the operation, or the objective that has ended
 * @param tenant whose it is
 * @param contextId the context that the facts belong to, or {@code null} for none
 * @param said what the client said
 * @param saidTrust how far that can be trusted
 * @param answer what a model answered, or empty
 * @param answerTrust how far that can be trusted
 * @param recalled the words of memories that the model was told before it answered
 * @param objectiveId the objective that the facts come from, or {@code null}
 * @param validFrom when it was said
 */
record ExtractionSource(UUID work, String tenant, @Nullable ContextId contextId, String said, MemoryTrust saidTrust,
		String answer, MemoryTrust answerTrust, List<String> recalled, @Nullable ObjectiveId objectiveId,
		Instant validFrom) {

}
