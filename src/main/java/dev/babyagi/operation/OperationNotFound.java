package dev.babyagi.operation;

/**
 * The tenant has no operation of that id.
 */
public class OperationNotFound extends RuntimeException {

	public OperationNotFound(String id) {
		super("There is no operation " + id);
	}

}
