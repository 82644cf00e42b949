package dev.babyagi.learning;

import org.jspecify.annotations.Nullable;

/**
 * Something in a run that hints at how good it was, though nobody said so. It labels
 * nothing and teaches nothing.
 *
 * @param kind what happened
 * @param taskId the task, or {@code null} for the objective as a whole
 * @param count how often
 * @param detail what it was, in words
 */
public record ImplicitSignal(Kind kind, @Nullable String taskId, int count, String detail) {

	/** What happened. */
	public enum Kind {

		/** A check of the service accepted an output. */
		CHECK_PASSED,

		/** A check of the service refused outputs. */
		CHECK_FAILED,

		/** A task was tried again. */
		RETRIED,

		/** The client canceled the objective. */
		CANCELED,

		/** The same was asked again in the same context. */
		ASKED_AGAIN

	}

}
