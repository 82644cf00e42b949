package dev.babyagi.language;

/**
 * What a model call is for. Each role may have a model, sampling and prices of its own.
 */
public enum ModelRole {

	/** Draws and repairs plans. */
	PLANNER,

	/** Carries out one task. */
	EXECUTOR,

	/** Joins what the tasks produced into one answer. */
	JOINER

}
