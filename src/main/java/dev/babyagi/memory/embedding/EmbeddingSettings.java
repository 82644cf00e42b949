package dev.babyagi.memory.embedding;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.StringUtils;
import org.springframework.validation.annotation.Validated;

/**
 * The settings of embeddings.
 *
 * @param model {@code all-minilm-l6-v2-q} (the default) or {@code bge-small-zh-v15-q} in
 * this process; {@code none} for no vectors; with an address or a key, a model of that
 * endpoint
 * @param baseUrl the address of an OpenAI-compatible endpoint with its {@code /v1};
 * OpenAI's own if only a key is given
 * @param apiKey the key of the endpoint; local servers need none
 * @param dimensions how many dimensions to ask the endpoint for, if it lets one choose
 */
@ConfigurationProperties("babyagi.memory.embedding")
@Validated
record EmbeddingSettings(@Nullable @Size(max = 100) String model, @Nullable String baseUrl, @Nullable String apiKey,
		@Nullable @Min(1) @Max(EmbeddingSettings.MOST_DIMENSIONS) Integer dimensions) {

	static final int MOST_DIMENSIONS = 4096;

	/** A current small model of OpenAI, used when no model is named. */
	static final String OPENAI_MODEL = "text-embedding-3-small";

	/** The endpoint of OpenAI. */
	static final String OPENAI = "https://api.openai.com/v1";

	EmbeddingSettings {
		model = stripped(model);
		baseUrl = stripped(baseUrl);
		apiKey = stripped(apiKey);
	}

	private static @Nullable String stripped(@Nullable String text) {
		return StringUtils.hasText(text) ? text.strip() : null;
	}

	boolean isEndpoint() {
		return this.baseUrl != null || this.apiKey != null;
	}

	String address() {
		return (this.baseUrl != null) ? this.baseUrl : OPENAI;
	}

	String endpointModel() {
		return (this.model != null) ? this.model : OPENAI_MODEL;
	}

	/** Leaves out the key, and the address, which may contain a password. */
	@Override
	public String toString() {
		return "EmbeddingSettings[model=" + this.model + ", endpoint=" + isEndpoint() + "]";
	}

}
