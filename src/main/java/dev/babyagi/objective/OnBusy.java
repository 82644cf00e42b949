package dev.babyagi.objective;

/**
 * What is done with a new objective whose context is busy: another objective of it has
 * not ended.
 */
public enum OnBusy {

	/** It waits until the others have ended, the oldest first. */
	ENQUEUE,

	/** The others are canceled, and it begins when they have ended. */
	INTERRUPT,

	/** It is not accepted. */
	REJECT

}
