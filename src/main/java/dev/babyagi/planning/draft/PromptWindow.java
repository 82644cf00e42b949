package dev.babyagi.planning.draft;

import dev.babyagi.language.TokenEstimate;

/**
 * The part of a model's window that the prompt of a planner may use.
 */
public final class PromptWindow {

	/** The most tokens that are left free for a reply; at most half of a small window. */
	private static final int MAX_REPLY = 4096;

	private int tokens;

	public PromptWindow(int contextTokens) {
		this.tokens = contextTokens - Math.min(contextTokens / 2, MAX_REPLY);
	}

	/** Takes the tokens of a text that must not be cut. */
	public void take(String text) {
		this.tokens -= TokenEstimate.in(text);
	}

	/** Returns what is left, in tokens. */
	public int left() {
		return Math.max(this.tokens, 0);
	}

}
