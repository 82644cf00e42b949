package dev.babyagi.language;

import java.math.BigDecimal;

/**
 * What model calls used. It is never negative, and sums stop at the largest number
 * instead of overflowing.
 *
 * @param calls requests sent, including further tries and refused ones, as the endpoint
 * counts them
 * @param inputTokens tokens of prompts
 * @param outputTokens tokens of replies
 * @param costUsd US dollars by the configured prices; 0 for a model without a price
 */
public record ModelUsage(int calls, long inputTokens, long outputTokens, BigDecimal costUsd) {

	public static final ModelUsage NONE = new ModelUsage(0, 0, 0, BigDecimal.ZERO);

	public ModelUsage {
		if (calls < 0 || inputTokens < 0 || outputTokens < 0 || costUsd.signum() < 0) {
			throw new IllegalArgumentException("Usage must not be negative, but was calls=%s, tokens=%s/%s, cost=%s"
				.formatted(calls, inputTokens, outputTokens, costUsd));
		}
	}

	public ModelUsage plus(ModelUsage other) {
		return new ModelUsage((int) Math.min((long) this.calls + other.calls, Integer.MAX_VALUE),
				sum(this.inputTokens, other.inputTokens), sum(this.outputTokens, other.outputTokens),
				this.costUsd.add(other.costUsd));
	}

	public long tokens() {
		return sum(this.inputTokens, this.outputTokens);
	}

	private static long sum(long left, long right) {
		long sum = left + right;
		return (sum < 0) ? Long.MAX_VALUE : sum;
	}

}
