package dev.babyagi.planning;

/**
 * Whether an objective is planned: the request field {@code planning}.
 */
public enum PlanningMode {

	/** Decided by written rules, without a model call. */
	AUTO,

	/** Answered by one call. */
	DIRECT,

	/** Planned. */
	PLAN

}
