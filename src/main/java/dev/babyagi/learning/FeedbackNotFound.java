package dev.babyagi.learning;

/**
 * The objective has no feedback of that id.
 */
public final class FeedbackNotFound extends RuntimeException {

	public FeedbackNotFound() {
		super("There is no such feedback");
	}

}
