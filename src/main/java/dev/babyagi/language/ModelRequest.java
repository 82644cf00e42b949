package dev.babyagi.language;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * One question to a language model.
 *
 * @param role what the call is for; decides model, sampling and length
 * @param system the instructions, trusted text of ours
 * @param user the matter itself; untrusted text inside it is quoted as data
 * @param form the shape the reply is wanted in
 * @param temperature overrides the role's temperature, for votes and retries
 * @param maxTokens overrides the role's length of reply, in tokens
 * @param timeout the longest one call may take once it has its permit
 */
public record ModelRequest(ModelRole role, String system, String user, ReplyForm form, @Nullable Double temperature,
		@Nullable Integer maxTokens, Duration timeout) {

	/** Two minutes: the default of the limits table for a think call. */
	public static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(2);

	/**
	 * A question with the role's own sampling and the default timeout.
	 */
	public static ModelRequest of(ModelRole role, String system, String user, ReplyForm form) {
		return new ModelRequest(role, system, user, form, null, null, DEFAULT_TIMEOUT);
	}

	public ModelRequest withTimeout(Duration timeout) {
		return new ModelRequest(this.role, this.system, this.user, this.form, this.temperature, this.maxTokens,
				timeout);
	}

}
