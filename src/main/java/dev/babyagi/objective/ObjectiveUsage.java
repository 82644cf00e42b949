package dev.babyagi.objective;

import java.math.BigDecimal;

import jakarta.persistence.Embeddable;

/**
 * What was spent on an objective: the sum over its closed attempts.
 *
 * @param modelCalls requests sent
 * @param inputTokens tokens of prompts
 * @param outputTokens tokens of replies
 * @param costUsd US dollars
 */
@Embeddable
public record ObjectiveUsage(int modelCalls, long inputTokens, long outputTokens, BigDecimal costUsd) {

	public static final ObjectiveUsage NONE = new ObjectiveUsage(0, 0, 0, BigDecimal.ZERO);

	public ObjectiveUsage plus(int calls, long input, long output, BigDecimal cost) {
		return new ObjectiveUsage(this.modelCalls + calls, this.inputTokens + input, this.outputTokens + output,
				this.costUsd.add(cost));
	}

}
