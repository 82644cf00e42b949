package dev.babyagi.journey;

/**
 * This replica is stopping and accepts no new objectives.
 */
public class Draining extends RuntimeException {

	private static final String CURE = "This replica is stopping; repeat the request, and another replica or the next process answers it";

	Draining() {
		super(CURE);
	}

	@Override
	public String getMessage() {
		return CURE;
	}

}
