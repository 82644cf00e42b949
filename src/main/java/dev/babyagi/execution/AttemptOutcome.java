package dev.babyagi.execution;

/**
 * The outcome of an attempt.
 */
public enum AttemptOutcome {

	/** It brought an artifact, or a reply of the planner or the joiner. */
	SUCCEEDED,

	/** The answer did not pass its check, or was not usable. */
	WRONG,

	/** The model declined to answer. */
	DECLINED,

	/** A tool failed, and would fail again with the same inputs. */
	FAILED,

	/** The endpoint could not be reached. */
	UNREACHABLE,

	/** The endpoint refused this one request, and would again. */
	REFUSED,

	/** The endpoint rejects all requests for good. */
	FATAL,

	/** The budget did not cover it. */
	OVER_BUDGET,

	/**
	 * The service cut it: the objective was canceled or out of time, or the replica is
	 * stopping.
	 */
	CUT,

	/** The process died while it was under way; its whole reservation counts as used. */
	UNCERTAIN

}
