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
public record Ask(Role role, String system, String user, ReplyForm form, @Nullable Double temperature,
		@Nullable Integer maxTokens, Duration timeout) {

	/** Two minutes: the default of the limits table for a think call. */
	public static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(2);

	/**
	 * A question with the role's own sampling and the default timeout.
	 */
	public static Ask of(Role role, String system, String user, ReplyForm form) {
		return new Ask(role, system, user, form, null, null, DEFAULT_TIMEOUT);
	}

	public Ask withTemperature(double temperature) {
		return new Ask(this.role, this.system, this.user, this.form, temperature, this.maxTokens, this.timeout);
	}

	public Ask withMaxTokens(int maxTokens) {
		return new Ask(this.role, this.system, this.user, this.form, this.temperature, maxTokens, this.timeout);
	}

	public Ask withTimeout(Duration timeout) {
		return new Ask(this.role, this.system, this.user, this.form, this.temperature, this.maxTokens, timeout);
	}

}
