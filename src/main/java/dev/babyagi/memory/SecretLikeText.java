package dev.babyagi.memory;

/**
 * A text holds what looks like a secret, and is not remembered.
 */
public class SecretLikeText extends RuntimeException {

	private final String kind;

	public SecretLikeText(String kind) {
		super("The text holds what looks like a secret (%s), and secrets are not remembered: leave it out"
			.formatted(kind));
		this.kind = kind;
	}

	/** What it looks like, such as {@code GitHub token}. */
	public String kind() {
		return this.kind;
	}

}
