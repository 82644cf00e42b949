package dev.babyagi.journey;

import dev.babyagi.language.Meter;
import dev.babyagi.objective.Limits;

/**
 * The limits of an objective as the budget of its meter.
 */
final class Budgets {

	private Budgets() {
	}

	static Meter.Budget of(Limits limits) {
		return new Meter.Budget(limits.maxModelCalls(), limits.maxTokens(), limits.maxCostUsd());
	}

}
