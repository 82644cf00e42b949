package dev.babyagi.memory;

import org.jspecify.annotations.Nullable;

import dev.babyagi.objective.ContextId;
import dev.babyagi.objective.Objective;
import dev.babyagi.operation.BackgroundOperation;

/**
 * Takes facts from texts by a model, in the background.
 */
public interface MemoryExtraction {

	/** The kind of operations that take facts from a text. */
	String INFER = "memory.infer";

	/**
	 * Schedules the extraction of facts from an objective that has just ended, in the
	 * transaction that ends it. Does nothing unless it is completed, took a model call,
	 * and {@code babyagi.memory.extract} asks for it.
	 * @param contextGiven whether the client gave the objective its context
	 */
	void schedule(Objective objective, boolean contextGiven);

	/**
	 * Schedules the extraction from the first objective of a context, whose client named
	 * no context, unless it was scheduled at its own end.
	 */
	void scheduleOpening(Objective objective);

	/**
	 * Begins to take facts from a text, in the caller's transaction.
	 * @param text what a client said, 1 to 20,000 characters; erased when it is done
	 * @param contextId the context that the facts belong to, or {@code null} for all
	 * contexts of the tenant
	 * @param trust what the facts are trusted
	 * @return the operation, which makes memories
	 * @throws SecretLikeText if the text holds what looks like a secret
	 * @throws NoExtractorModel if no language model is configured
	 */
	BackgroundOperation infer(String tenant, String text, @Nullable ContextId contextId, MemoryTrust trust);

}
