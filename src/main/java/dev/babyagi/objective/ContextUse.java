package dev.babyagi.objective;

/**
 * The context of a new objective.
 *
 * @param id the context
 * @param given whether the client named it, so that there may be earlier objectives of it
 * @param onBusy what is done if one of them has not ended
 */
public record ContextUse(ContextId id, boolean given, OnBusy onBusy) {

	/** A context that no other objective has yet. */
	public static ContextUse fresh(ContextId id) {
		return new ContextUse(id, false, OnBusy.ENQUEUE);
	}

}
