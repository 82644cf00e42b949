package dev.babyagi.planning;

/**
 * How an objective that the exact planner cannot read is carried out.
 */
public enum PlanningRoute {

	/** One call returns the answer or names one tool. */
	DIRECT,

	/** A plan is made first. */
	PLAN

}
