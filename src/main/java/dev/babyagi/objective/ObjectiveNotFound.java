package dev.babyagi.objective;

/**
 * There is no such objective, or it belongs to somebody else.
 */
public class ObjectiveNotFound extends RuntimeException {

	public ObjectiveNotFound(String id) {
		super("There is no objective '" + id + "'");
	}

}
