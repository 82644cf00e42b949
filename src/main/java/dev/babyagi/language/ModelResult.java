package dev.babyagi.language;

/**
 * The result of a {@link ModelRequest}. Failures are values as well: every way in which
 * an endpoint misbehaves becomes one of these results and never an exception.
 * {@link #usage()} counts every try that was sent for the request.
 */
public sealed interface ModelResult {

	/**
	 * Returns what all tries of the request used. A try whose use is not known counts
	 * with its worst case.
	 */
	ModelUsage usage();

	/**
	 * A usable reply.
	 *
	 * @param text the reply without thinking sections; for a structured form the JSON
	 * text, with any fences and prose around it
	 * @param truncated whether the reply was cut at its length limit; never true for a
	 * structured form
	 * @param model the model that answered
	 * @param usage what it used
	 */
	record Reply(String text, boolean truncated, String model, ModelUsage usage) implements ModelResult {

	}

	/**
	 * The endpoint could not be reached, or all tries failed.
	 *
	 * @param reason safe to show: it contains neither the provider's body nor a key
	 * @param othersSucceeded whether another call to the same base URL and model
	 * succeeded since this request began; then this request is the cause
	 * @param usage what was sent
	 */
	record Unreachable(String reason, boolean othersSucceeded, ModelUsage usage) implements ModelResult {

	}

	/**
	 * The endpoint answered, but the answer is not usable: it is empty, truncated JSON or
	 * HTML, or the prompt does not fit the window. It counts as a wrong answer of this
	 * attempt, not as an outage.
	 *
	 * @param reason safe to show
	 * @param usage what was sent
	 */
	record Unusable(String reason, ModelUsage usage) implements ModelResult {

	}

	/**
	 * The model or its filter declined to answer. It is not asked again without a change.
	 *
	 * @param reason safe to show
	 * @param usage what was sent
	 */
	record Declined(String reason, ModelUsage usage) implements ModelResult {

	}

	/**
	 * The endpoint refuses this request, and would refuse it again: its content filter
	 * objects, it said the same twice, or it ends replies in a way that nobody knows.
	 *
	 * @param reason safe to show
	 * @param usage what was sent
	 */
	record Refused(String reason, ModelUsage usage) implements ModelResult {

	}

	/**
	 * The endpoint refuses for good: the key is wrong, the model does not exist, or the
	 * quota is used up. The request is not tried again and does not wait.
	 *
	 * @param reason what the endpoint refuses, safe to show
	 * @param cure what the operator can do about it
	 * @param usage what was sent
	 */
	record Fatal(String reason, String cure, ModelUsage usage) implements ModelResult {

	}

	/**
	 * The remaining budget does not cover the call or its next try, so nothing more was
	 * sent.
	 *
	 * @param usage what was sent before
	 */
	record OverBudget(ModelUsage usage) implements ModelResult {

	}

	/**
	 * The calling thread was interrupted, and the socket is closed.
	 *
	 * @param usage what was sent, booked at its worst case
	 */
	record Cut(ModelUsage usage) implements ModelResult {

	}

}
