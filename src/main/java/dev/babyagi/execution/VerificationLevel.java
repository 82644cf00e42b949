package dev.babyagi.execution;

import java.util.Locale;

/**
 * How an accepted artifact was verified, beyond the checks that every artifact must pass.
 */
public enum VerificationLevel {

	/** It was not verified. */
	NONE,

	/** A deterministic tool computed it, or computed the same value. */
	RECOMPUTE,

	/** It matches a pattern. */
	REGEX,

	/** It lies within bounds. */
	RANGE,

	/** It fits the schema that its task names as the criterion. */
	SCHEMA,

	/** Most of several independent answers agree. */
	VOTE,

	/** A model says that it meets the criterion. */
	JUDGE;

	/** Whether the service checked it itself, by rules. */
	public boolean isByRule() {
		return this != NONE && this != JUDGE;
	}

	/** Its name in the API. */
	public String wireName() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** The verdict in the API on an artifact accepted at this level. */
	public String verdict() {
		return (this == NONE) ? "unverified" : "passed";
	}

}
