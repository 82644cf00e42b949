package dev.babyagi.journey;

import org.springframework.stereotype.Component;

import dev.babyagi.journey.work.JourneySettings;
import dev.babyagi.objective.Limits;

/**
 * What an objective may spend: by default, and at most.
 */
@Component
public class LimitPolicy {

	private final JourneySettings settings;

	LimitPolicy(JourneySettings settings) {
		this.settings = settings;
	}

	/** The limits of an objective that names none. */
	public Limits defaults() {
		JourneySettings.Limits limits = this.settings.limits();
		return new Limits(limits.maxCostUsd(), limits.maxTokens(), limits.maxModelCalls(), limits.maxTasks(),
				limits.maxReplans(), limits.maxDuration(), null);
	}

	/** The most that a request may raise its limits to. */
	public Limits maximum() {
		JourneySettings.Maximum maximum = this.settings.maximum();
		return new Limits(maximum.maxCostUsd(), maximum.maxTokens(), maximum.maxModelCalls(), maximum.maxTasks(),
				maximum.maxReplans(), maximum.maxDuration(), null);
	}

	/** Tasks that may run at once, by default. */
	public int parallelism() {
		return this.settings.limits().parallelism();
	}

	/** Tasks that may run at once, at most. */
	public int maxParallelism() {
		return this.settings.maximum().parallelism();
	}

}
