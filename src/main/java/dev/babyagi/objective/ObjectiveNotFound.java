package dev.babyagi.objective;

/**
 * The tenant has no such objective.
 */
public class ObjectiveNotFound extends RuntimeException {

	public ObjectiveNotFound(String id) {
		super("There is no objective '" + id + "'");
	}

}
