package dev.babyagi.dataset;

import dev.babyagi.journey.PastCall.Part;

/**
 * The role of the calls that rows are made of.
 */
public enum DatasetRole {

	/** Draws plans. */
	PLANNER,

	/** Carries out tasks, and answers objectives of one step. */
	EXECUTOR,

	/** Makes the answer of the outputs of tasks. */
	JOINER;

	static DatasetRole of(Part part) {
		return switch (part) {
			case PLAN -> PLANNER;
			case DIRECT, TASK -> EXECUTOR;
			case JOIN -> JOINER;
		};
	}

}
