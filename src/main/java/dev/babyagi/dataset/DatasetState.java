package dev.babyagi.dataset;

/**
 * How a dataset stands.
 */
public enum DatasetState {

	/** Its rows are being made. */
	BUILDING,

	/** It can be read, and never changes. */
	READY,

	/** A client has erased an objective in it, so it cannot be read any more. */
	OUTDATED,

	/** It could not be built. */
	FAILED

}
