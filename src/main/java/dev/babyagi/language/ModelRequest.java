package dev.babyagi.language;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * A request to a language model.
 *
 * @param role what the call is for; it decides model, sampling and length of the reply
 * @param system the instructions, a trusted text
 * @param user the content to work on; untrusted text inside it is quoted as data
 * @param form the wanted form of the reply
 * @param temperature overrides the role's temperature, for votes and retries
 * @param maxTokens overrides the longest reply of the role, in tokens
 * @param timeout the longest one call may take once it has its permit
 * @param model overrides the model of the role, or {@code null}
 */
public record ModelRequest(ModelRole role, String system, String user, ReplyForm form, @Nullable Double temperature,
		@Nullable Integer maxTokens, Duration timeout, @Nullable String model) {

	/** Two minutes: the default for a call of a task in the limits table. */
	public static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(2);

	/** A request to the model of the role. */
	public ModelRequest(ModelRole role, String system, String user, ReplyForm form, @Nullable Double temperature,
			@Nullable Integer maxTokens, Duration timeout) {
		this(role, system, user, form, temperature, maxTokens, timeout, null);
	}

	/**
	 * Creates a request with the sampling of the role and the default timeout.
	 */
	public static ModelRequest of(ModelRole role, String system, String user, ReplyForm form) {
		return new ModelRequest(role, system, user, form, null, null, DEFAULT_TIMEOUT);
	}

	public ModelRequest withTimeout(Duration timeout) {
		return new ModelRequest(this.role, this.system, this.user, this.form, this.temperature, this.maxTokens, timeout,
				this.model);
	}

	/** The same request with other instructions. */
	ModelRequest withSystem(String instructions) {
		return new ModelRequest(this.role, instructions, this.user, this.form, this.temperature, this.maxTokens,
				this.timeout, this.model);
	}

	/** The same request to another model. */
	public ModelRequest withModel(@Nullable String name) {
		return new ModelRequest(this.role, this.system, this.user, this.form, this.temperature, this.maxTokens,
				this.timeout, name);
	}

}
