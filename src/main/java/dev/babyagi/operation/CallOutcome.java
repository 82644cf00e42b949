package dev.babyagi.operation;

import dev.babyagi.language.ModelResult;

/**
 * How a model call in the background ended.
 */
public enum CallOutcome {

	/** The model replied. */
	REPLIED,

	/** The endpoint could not be reached. */
	UNREACHABLE,

	/** The endpoint answered, but not with a usable reply, or refused. */
	UNUSABLE,

	/** It needed more tries or tokens than it had. */
	OVER_BUDGET,

	/** The service cut it, because the replica was stopping. */
	CUT,

	/**
	 * The process died while it was under way; its whole reservation counts as used.
	 */
	UNCERTAIN;

	static CallOutcome of(ModelResult result) {
		return switch (result) {
			case ModelResult.Reply reply -> REPLIED;
			case ModelResult.Unreachable unreachable -> UNREACHABLE;
			case ModelResult.Unusable unusable -> UNUSABLE;
			case ModelResult.Declined declined -> UNUSABLE;
			case ModelResult.Refused refused -> UNUSABLE;
			case ModelResult.Fatal fatal -> UNUSABLE;
			case ModelResult.OverBudget overBudget -> OVER_BUDGET;
			case ModelResult.Cut cut -> CUT;
		};
	}

}
