package dev.babyagi.operation;

/**
 * The states of an operation. The last two never change.
 */
public enum OperationState {

	/** It waits for a replica, or one works on it. */
	RUNNING,

	/** It did what was asked. */
	SUCCEEDED,

	/** It ended without having done so. */
	FAILED

}
