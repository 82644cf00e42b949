package dev.babyagi.tuning;

/**
 * The tenant has no fine-tuning of that id.
 */
public final class TuningNotFound extends RuntimeException {

	public TuningNotFound() {
		super("There is no such fine-tuning");
	}

}
