package dev.babyagi.objective;

/**
 * How much of an objective its answer covers.
 */
public enum Completeness {

	/** The answer covers all of it. */
	FULL,

	/** The answer covers a part; its warnings state the gaps. */
	PARTIAL

}
