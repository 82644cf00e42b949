package dev.babyagi.dataset;

/**
 * The tenant has no dataset of that id.
 */
public final class DatasetNotFound extends RuntimeException {

	public DatasetNotFound() {
		super("There is no such dataset");
	}

}
