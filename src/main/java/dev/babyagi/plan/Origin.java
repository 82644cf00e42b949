package dev.babyagi.plan;

/**
 * The way a plan came about.
 */
public enum Origin {

	/** Drawn without a model, for arithmetic. */
	EXACT,

	/** The model's plan, valid as it came or after deterministic fixes. */
	MODEL,

	/** The model's plan after it was told of its errors. */
	REPAIRED,

	/** A numbered list read as a sequence, because no valid plan came. */
	SEQUENCE,

	/** One task that is the objective itself. */
	DIRECT,

	/** A revision in which one task was given children. */
	DECOMPOSED,

	/** A revision with a new suffix of unfinished tasks. */
	REPLANNED

}
