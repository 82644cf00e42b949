package dev.babyagi.planning.draft;

import dev.babyagi.language.TokenEstimate;

/**
 * The part of a model's window that the prompt of a planner may fill.
 */
public final class PromptWindow {

	/** The most that is left free for a reply, in tokens; half of a small window. */
	private static final int MAX_REPLY = 4096;

	private int tokens;

	public PromptWindow(int contextTokens) {
		this.tokens = contextTokens - Math.min(contextTokens / 2, MAX_REPLY);
	}

	/** Takes what a text needs; the text must go in whole. */
	public void take(String text) {
		this.tokens -= TokenEstimate.in(text);
	}

	/** What is left, in tokens. */
	public int left() {
		return Math.max(this.tokens, 0);
	}

}
