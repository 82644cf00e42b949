package dev.babyagi.memory;

/**
 * No language model is configured that could take facts from a text.
 */
public class NoExtractorModel extends RuntimeException {

	public NoExtractorModel() {
		super("Facts are taken from a text by a language model, and none is configured:"
				+ " set OPENAI_API_KEY or OPENAI_BASE_URL, or store the text without infer");
	}

}
