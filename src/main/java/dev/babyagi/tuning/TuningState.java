package dev.babyagi.tuning;

/**
 * How a fine-tuning stands at the provider.
 */
public enum TuningState {

	/** The rows are being uploaded, and the job is being created. */
	UPLOADING,

	/** The provider trains. */
	RUNNING,

	/** There is a model. */
	SUCCEEDED,

	/** The provider has failed, or has refused it. */
	FAILED,

	/** It was canceled before there was a model. */
	CANCELED,

	/** There is no provider, or it offers no fine-tuning. */
	UNAVAILABLE;

	boolean isOpen() {
		return this == UPLOADING || this == RUNNING;
	}

}
