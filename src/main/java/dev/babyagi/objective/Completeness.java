package dev.babyagi.objective;

/**
 * How much of an objective its answer covers.
 */
public enum Completeness {

	/** All of it. */
	FULL,

	/** A part; the gaps are stated in the answer's warnings. */
	PARTIAL

}
