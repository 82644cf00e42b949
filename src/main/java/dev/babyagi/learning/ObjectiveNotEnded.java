package dev.babyagi.learning;

/**
 * Feedback was given on an objective that has not ended.
 */
public final class ObjectiveNotEnded extends RuntimeException {

	public ObjectiveNotEnded() {
		super("The objective has not ended yet: give feedback once it has");
	}

}
