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

	/** Changes something outside: only by name. */
	ACTS

}
