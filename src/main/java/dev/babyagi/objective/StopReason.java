package dev.babyagi.objective;

/**
 * Why an objective stopped.
 */
public enum StopReason {

	/** It was reached. */
	GOAL_MET,

	/** Calls, tokens or money ran out. */
	BUDGET_EXHAUSTED,

	/** Time ran out. */
	DEADLINE,

	/** The limit of tasks or revisions was reached. */
	STEP_LIMIT,

	/** No revision brought anything new. */
	STALLED,

	/** A task failed and nothing could take its place. */
	TASK_FAILED,

	/** The model endpoint refused us or stayed away. */
	PROVIDER_UNAVAILABLE,

	/** A fault of ours. */
	INTERNAL_ERROR,

	/** A client called it off. */
	CANCELED_BY_CLIENT

}
