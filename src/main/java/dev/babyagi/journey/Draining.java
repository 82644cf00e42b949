package dev.babyagi.journey;

/**
 * This replica is stopping and accepts no new objectives.
 */
public class Draining extends RuntimeException {

	private static final String CURE = "This replica is stopping; ask again, and another one or its successor answers";

	Draining() {
		super(CURE);
	}

	@Override
	public String getMessage() {
		return CURE;
	}

}
