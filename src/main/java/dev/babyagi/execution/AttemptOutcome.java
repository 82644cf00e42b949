package dev.babyagi.execution;

/**
 * What came of an attempt.
 */
public enum AttemptOutcome {

	/** An artifact, or for a planner or joiner a reply. */
	SUCCEEDED,

	/** An answer that did not pass its check, or nothing usable. */
	WRONG,

	/** The model declined to answer. */
	DECLINED,

	/** A tool failed, and would with the same inputs again. */
	FAILED,

	/** The endpoint could not be reached. */
	UNREACHABLE,

	/** The endpoint refuses us for good. */
	FATAL,

	/** The budget did not cover it. */
	OVER_BUDGET,

	/** We cut it: canceled, out of time, or stopping. */
	CUT,

	/** The process died while it was under way; booked at its reservation. */
	UNCERTAIN

}
