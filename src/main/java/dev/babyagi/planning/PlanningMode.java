package dev.babyagi.planning;

/**
 * Whether an objective is planned; the request field {@code planning}.
 */
public enum PlanningMode {

	/** Fixed rules decide, without a model call. */
	AUTO,

	/** The objective is answered by one call. */
	DIRECT,

	/** The objective is planned. */
	PLAN

}
