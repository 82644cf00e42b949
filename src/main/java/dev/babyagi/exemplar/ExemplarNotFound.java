package dev.babyagi.exemplar;

/**
 * The tenant has no exemplar of that id.
 */
public final class ExemplarNotFound extends RuntimeException {

	public ExemplarNotFound() {
		super("There is no such exemplar");
	}

}
