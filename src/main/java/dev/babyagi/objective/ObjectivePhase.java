package dev.babyagi.objective;

/**
 * What is being done for an objective that is not terminal, and what was being done last
 * for one that is.
 */
public enum ObjectivePhase {

	/** Waiting to be picked up. */
	QUEUED,

	/** A plan is being made. */
	PLANNING,

	/** Tasks are being carried out. */
	EXECUTING,

	/** Artifacts are being joined into one answer. */
	INTEGRATING,

	/** A limit was reached: nothing new starts, what exists is being joined. */
	WINDING_DOWN

}
