package dev.babyagi.operation;

import java.math.BigDecimal;
import java.util.Set;

/**
 * The most that calls in the background may use for a tenant in one day (UTC).
 *
 * @param purposes the purposes that share it, see {@link CallRequest}
 * @param tokens tokens of prompts and replies together
 * @param costUsd US dollars; counts for models that have a price
 */
public record DailyBudget(Set<String> purposes, long tokens, BigDecimal costUsd) {

	/** Money is not limited. */
	private static final BigDecimal ANY_COST = new BigDecimal("1e9");

	public DailyBudget {
		purposes = Set.copyOf(purposes);
	}

	/** A budget in tokens alone, for one purpose. */
	public static DailyBudget of(String purpose, long tokens) {
		return new DailyBudget(Set.of(purpose), tokens, ANY_COST);
	}

}
