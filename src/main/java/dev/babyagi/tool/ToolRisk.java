package dev.babyagi.tool;

/**
 * Whether a tool may change anything outside the service.
 */
public enum ToolRisk {

	/**
	 * It only computes a result from its inputs and the clock. It is allowed unless an
	 * objective says otherwise.
	 */
	PURE,

	/** It changes something outside the service. It is allowed only by name. */
	ACTS

}
