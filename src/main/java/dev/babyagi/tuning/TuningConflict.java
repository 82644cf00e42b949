package dev.babyagi.tuning;

/**
 * The state of a fine-tuning or of its dataset does not allow something.
 */
public final class TuningConflict extends RuntimeException {

	TuningConflict(String message) {
		super(message);
	}

}
