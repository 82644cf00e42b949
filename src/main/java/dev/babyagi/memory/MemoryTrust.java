package dev.babyagi.memory;

/**
 * How far a memory can be trusted. The planner sees only the first two.
 */
public enum MemoryTrust {

	/** Recomputed or checked by this service. */
	VERIFIED,

	/** Said by the client, or given over the API. */
	USER,

	/** Said by a model. */
	MODEL,

	/** From a source that nobody vouches for, or written by a task that read one. */
	UNTRUSTED;

	/** Whether a planner may see it. */
	public boolean isForPlanner() {
		return this == VERIFIED || this == USER;
	}

	/** Whether another one is to be believed rather. */
	boolean isBelow(MemoryTrust other) {
		return compareTo(other) > 0;
	}

}
