package dev.babyagi.language.openai;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.PositiveOrZero;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;
import org.springframework.validation.annotation.Validated;

import dev.babyagi.language.ModelRole;

/**
 * The settings of the language module.
 *
 * @param apiKey the key of the endpoint, {@code OPENAI_API_KEY}; local servers need none
 * @param baseUrl the address of the endpoint with its {@code /v1}, {@code
 * OPENAI_BASE_URL}; OpenAI's own if only a key is given
 * @param model the model of every role that names none, {@code OPENAI_MODEL}
 * @param maxCallsInFlight the most model calls at once
 * @param roles model, sampling and window by role: planner, executor, joiner, judge,
 * extractor, reflector
 * @param prices US dollars per million tokens, by {@code <model>.input} and {@code
 * <model>.output}
 * @param firstPause the longest pause before the second try of a call; it doubles with
 * each further try
 */
@ConfigurationProperties("babyagi.language")
@Validated
record LanguageSettings(@Nullable String apiKey, @Nullable String baseUrl, @Nullable String model,
		@DefaultValue("256") @Min(1) int maxCallsInFlight, @DefaultValue Map<String, @Valid RoleSettings> roles,
		@DefaultValue Map<String, @PositiveOrZero Double> prices,
		@DefaultValue("1s") @DurationMin(millis = 0) Duration firstPause) {

	/** The endpoint of OpenAI. */
	static final String OPENAI = "https://api.openai.com/v1";

	/** A current small model of OpenAI, used when no model is named. */
	static final String SMALL_MODEL = "gpt-5.4-mini";

	LanguageSettings {
		apiKey = stripped(apiKey);
		baseUrl = address(stripped(baseUrl));
		model = stripped(model);
		roles = known(roles);
		prices = Map.copyOf(prices);
	}

	boolean isConfigured() {
		return this.apiKey != null || this.baseUrl != null;
	}

	Optional<String> key() {
		return Optional.ofNullable(this.apiKey);
	}

	String address() {
		return (this.baseUrl != null) ? this.baseUrl : OPENAI;
	}

	RoleSettings role(ModelRole role) {
		return this.roles.getOrDefault(nameOf(role), RoleSettings.DEFAULT);
	}

	String model(ModelRole role) {
		String own = stripped(role(role).model());
		if (own != null) {
			return own;
		}
		return (this.model != null) ? this.model : SMALL_MODEL;
	}

	int maxTokens(ModelRole role) {
		Integer own = role(role).maxTokens();
		return (own != null) ? own : switch (role) {
			case PLANNER, JOINER -> 4096;
			case EXECUTOR, JUDGE, EXTRACTOR, REFLECTOR -> 2048;
		};
	}

	/** Leaves out the key, and the address, which may contain a password. */
	@Override
	public String toString() {
		return "LanguageSettings[configured=" + isConfigured() + ", maxCallsInFlight=" + this.maxCallsInFlight + "]";
	}

	private static Map<String, RoleSettings> known(Map<String, RoleSettings> given) {
		List<String> names = Stream.of(ModelRole.values()).map(LanguageSettings::nameOf).toList();
		Map<String, RoleSettings> known = new HashMap<>();
		given.forEach((name, settings) -> known.put(name.toLowerCase(Locale.ROOT), settings));
		known.keySet().stream().filter((name) -> !names.contains(name)).findFirst().ifPresent((name) -> {
			throw new IllegalArgumentException("babyagi.language.roles has no role '" + name + "'; it has " + names);
		});
		return Map.copyOf(known);
	}

	private static String nameOf(ModelRole role) {
		return role.name().toLowerCase(Locale.ROOT);
	}

	private static @Nullable String stripped(@Nullable String text) {
		return StringUtils.hasText(text) ? text.strip() : null;
	}

	private static @Nullable String address(@Nullable String given) {
		if (given == null) {
			return null;
		}
		if (!isHttp(given)) {
			throw new IllegalArgumentException("OPENAI_BASE_URL (babyagi.language.base-url) is not an http or https "
					+ "address; give one that includes /v1, such as http://localhost:11434/v1");
		}
		return StringUtils.trimTrailingCharacter(given, '/');
	}

	private static boolean isHttp(String address) {
		try {
			URI uri = URI.create(address);
			return ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()))
					&& StringUtils.hasText(uri.getHost());
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	/**
	 * The settings of one role.
	 *
	 * @param model the model, if not the one of all roles
	 * @param temperature sampling temperature, 0 to 2
	 * @param topP nucleus sampling; 1 leaves it to the endpoint
	 * @param topK sampling among the likeliest tokens, for servers that support it
	 * @param maxTokens the longest reply, in tokens; depends on the role if absent
	 * @param contextTokens the window that prompts are cut to, in tokens
	 */
	record RoleSettings(@Nullable String model, @DefaultValue("0") @DecimalMin("0") @DecimalMax("2") double temperature,
			@DefaultValue("1") @DecimalMin(value = "0", inclusive = false) @DecimalMax("1") double topP,
			@Nullable @Min(1) Integer topK, @Nullable @Min(1) Integer maxTokens,
			@DefaultValue("32768") @Min(256) int contextTokens) {

		static final RoleSettings DEFAULT = new RoleSettings(null, 0, 1, null, null, 32768);

	}

}
