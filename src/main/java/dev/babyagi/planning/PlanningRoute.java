package dev.babyagi.planning;

/**
 * The way an objective is taken when the exact planner cannot read it.
 */
public enum PlanningRoute {

	/** One call that answers or names one tool. */
	DIRECT,

	/** A plan is drawn first. */
	PLAN

}
