package dev.babyagi.objective;

/**
 * Why an objective stopped.
 */
public enum StopReason {

	/** It was answered in full. */
	GOAL_MET,

	/** The budget of calls, tokens or money ran out. */
	BUDGET_EXHAUSTED,

	/** Its time ran out. */
	DEADLINE,

	/** The limit of tasks was reached. */
	STEP_LIMIT,

	/** No revision brought anything new. */
	STALLED,

	/** A task failed and nothing could take its place. */
	TASK_FAILED,

	/** The model endpoint rejected requests for good or could not be reached. */
	PROVIDER_UNAVAILABLE,

	/** An error of the service. */
	INTERNAL_ERROR,

	/** A client canceled it. */
	CANCELED_BY_CLIENT,

	/** A newer objective of its context has taken its place. */
	SUPERSEDED

}
