package dev.babyagi.journey;

/**
 * The objective needs a language model, and none is configured.
 */
public class ModelNotConfigured extends RuntimeException {

	private static final String CURE = "This objective needs a language model and none is configured. Set"
			+ " OPENAI_API_KEY, or OPENAI_BASE_URL for a local server, and OPENAI_MODEL, and restart; without one,"
			+ " arithmetic is solved.";

	ModelNotConfigured() {
		super(CURE);
	}

	@Override
	public String getMessage() {
		return CURE;
	}

}
