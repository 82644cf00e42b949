package dev.babyagi.tuning;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;
import org.springframework.validation.annotation.Validated;

/**
 * The settings of fine-tuning.
 *
 * @param baseUrl the address of an OpenAI-compatible provider with its {@code /v1}
 * @param apiKey its key
 * @param poll how often a job is looked at
 * @param canaryRuns so many objectives a model serves before its share grows
 * @param dailyTokens what trying models may use in one day
 */
@ConfigurationProperties("babyagi.fine-tuning")
@Validated
record TuningSettings(@Nullable String baseUrl, @Nullable String apiKey, @DefaultValue("10s") Duration poll,
		@DefaultValue("50") @Min(1) int canaryRuns, @DefaultValue("2000000") @Min(0) long dailyTokens) {

	TuningSettings {
		baseUrl = StringUtils.hasText(baseUrl) ? StringUtils.trimTrailingCharacter(baseUrl.strip(), '/') : null;
		apiKey = StringUtils.hasText(apiKey) ? apiKey.strip() : null;
		if (baseUrl != null && !baseUrl.matches("(?i)https?://.+")) {
			throw new IllegalArgumentException("babyagi.fine-tuning.base-url is not an http or https address; give one "
					+ "that includes /v1, such as https://api.openai.com/v1");
		}
	}

	Optional<URI> address() {
		return Optional.ofNullable(this.baseUrl).map(URI::create);
	}

	/** Leaves out the key, and the address, which may contain a password. */
	@Override
	public String toString() {
		return "TuningSettings[configured=" + (this.baseUrl != null) + "]";
	}

}
