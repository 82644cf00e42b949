package dev.babyagi.language;

/**
 * What a model call is for. Each role may have a model, sampling and prices of its own.
 */
public enum ModelRole {

	/** Plans, and repairs plans. */
	PLANNER,

	/** Carries out one task. */
	EXECUTOR,

	/** Joins the results of the tasks into one answer. */
	JOINER,

	/** Says whether an output meets a criterion. */
	JUDGE,

	/** Takes facts from texts, in the background. */
	EXTRACTOR,

	/** Proposes lessons from feedback, in the background. */
	REFLECTOR

}
