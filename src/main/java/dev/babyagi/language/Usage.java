package dev.babyagi.language;

import java.math.BigDecimal;

/**
 * What model calls used.
 *
 * @param calls requests sent, tries and refused ones included: what the endpoint's own
 * ledger would show
 * @param inputTokens tokens of prompts
 * @param outputTokens tokens of replies
 * @param costUsd US dollars by the configured prices; 0 for a model without a price
 */
public record Usage(int calls, long inputTokens, long outputTokens, BigDecimal costUsd) {

	public static final Usage NONE = new Usage(0, 0, 0, BigDecimal.ZERO);

	public Usage plus(Usage other) {
		return new Usage(this.calls + other.calls, this.inputTokens + other.inputTokens,
				this.outputTokens + other.outputTokens, this.costUsd.add(other.costUsd));
	}

	public long tokens() {
		return this.inputTokens + this.outputTokens;
	}

}
