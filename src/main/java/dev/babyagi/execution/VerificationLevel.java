package dev.babyagi.execution;

import java.util.Locale;

/**
 * What an accepted artifact was checked by, beyond the checks that each must pass.
 */
public enum VerificationLevel {

	/** By nothing: it is unverified. */
	NONE,

	/** A deterministic tool computed it, or computed the same. */
	RECOMPUTE,

	/** It matches a pattern. */
	REGEX,

	/** It lies within bounds. */
	RANGE,

	/** It fits the schema that is its criterion. */
	SCHEMA,

	/** Most of several independent answers agree. */
	VOTE;

	/** Its name in the API. */
	public String wireName() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** The verdict on an artifact accepted at this level, as the API says it. */
	public String verdict() {
		return (this == NONE) ? "unverified" : "passed";
	}

}
