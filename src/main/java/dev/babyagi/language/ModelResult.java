package dev.babyagi.language;

/**
 * What came of an {@link ModelRequest}. Failures are data: every way an endpoint
 * misbehaves ends as one of these, never as an exception. {@link #usage()} counts every
 * request that was sent for this ask.
 */
public sealed interface ModelResult {

	/** Everything sent and received for this ask, booked at its worst case if unknown. */
	ModelUsage usage();

	/**
	 * A usable reply.
	 *
	 * @param text the reply, without thinking sections; for a structured form the JSON
	 * text with fences and surrounding prose left as they came
	 * @param truncated whether the reply was cut at its length limit; never true for a
	 * structured form
	 * @param model the model that answered
	 * @param usage what it used
	 */
	record Reply(String text, boolean truncated, String model, ModelUsage usage) implements ModelResult {

	}

	/**
	 * The endpoint could not be reached or kept failing through all tries.
	 *
	 * @param reason safe to show: no provider body, no key
	 * @param othersSucceeded whether another call to the same base URL and model
	 * succeeded since this ask began: then the fault is this ask's
	 * @param usage what was sent
	 */
	record Unreachable(String reason, boolean othersSucceeded, ModelUsage usage) implements ModelResult {

	}

	/**
	 * The endpoint answered, but nothing usable: empty, truncated JSON, HTML, a context
	 * that does not fit. A wrong answer of this attempt, not an outage.
	 *
	 * @param reason safe to show
	 * @param usage what was sent
	 */
	record Unusable(String reason, ModelUsage usage) implements ModelResult {

	}

	/**
	 * The model or its filter declined to answer; never retried blindly.
	 *
	 * @param reason safe to show
	 * @param usage what was sent
	 */
	record Declined(String reason, ModelUsage usage) implements ModelResult {

	}

	/**
	 * The endpoint refuses us for good: wrong key, no such model, quota used up. No
	 * retry, no fallback, no wait.
	 *
	 * @param reason what the endpoint refuses, safe to show
	 * @param cure what the operator can do about it
	 * @param usage what was sent
	 */
	record Fatal(String reason, String cure, ModelUsage usage) implements ModelResult {

	}

	/**
	 * The remaining budget does not cover the call; nothing (more) was sent.
	 *
	 * @param usage what was sent before the budget ended
	 */
	record OverBudget(ModelUsage usage) implements ModelResult {

	}

	/**
	 * The calling thread was interrupted: the socket is closed, the work is off.
	 *
	 * @param usage what was sent, booked at its worst case
	 */
	record Cut(ModelUsage usage) implements ModelResult {

	}

}
