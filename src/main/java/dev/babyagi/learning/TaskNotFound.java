package dev.babyagi.learning;

/**
 * The objective has no task of that id.
 */
public final class TaskNotFound extends RuntimeException {

	public TaskNotFound() {
		super("The objective has no such task");
	}

}
