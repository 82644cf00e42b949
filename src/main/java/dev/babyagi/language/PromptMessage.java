package dev.babyagi.language;

/**
 * One message of a {@link ModelRequest}.
 *
 * @param speaker who says it
 * @param text a plain text
 */
public record PromptMessage(Speaker speaker, String text) {

	/** Who says a message to a model. */
	public enum Speaker {

		/** The service: instructions, a trusted text. */
		SYSTEM,

		/** The user: content to work on. */
		USER,

		/** The model itself, earlier. */
		ASSISTANT

	}

	public static PromptMessage system(String text) {
		return new PromptMessage(Speaker.SYSTEM, text);
	}

	public static PromptMessage user(String text) {
		return new PromptMessage(Speaker.USER, text);
	}

	public static PromptMessage assistant(String text) {
		return new PromptMessage(Speaker.ASSISTANT, text);
	}

	boolean isBy(Speaker other) {
		return this.speaker == other;
	}

}
