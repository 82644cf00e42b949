package dev.babyagi.plan;

/**
 * How a plan was made.
 */
public enum Origin {

	/** The exact planner made it without a model. */
	EXACT,

	/** A model wrote it, and it was valid at once or after deterministic fixes. */
	MODEL,

	/** A model wrote it after it was told of the faults of an earlier reply. */
	REPAIRED,

	/**
	 * It was the plan of an earlier objective that differs in numbers, names or
	 * quotations alone.
	 */
	EXEMPLAR,

	/** It is a numbered list read as a sequence, because no reply held a valid plan. */
	SEQUENCE,

	/** It has one task that is the objective itself. */
	DIRECT,

	/** A revision in which one task was given children. */
	DECOMPOSED,

	/** A revision in which the unfinished tasks were replaced. */
	REPLANNED

}
