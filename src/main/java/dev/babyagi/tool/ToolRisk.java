package dev.babyagi.tool;

/**
 * What a tool may do to the world.
 */
public enum ToolRisk {

	/**
	 * A function of its inputs (and the clock): allowed unless an objective says
	 * otherwise.
	 */
	PURE,

	/** Reads from outside: only by name. */
	READS,

	/** Changes something outside: only by name. */
	ACTS

}
