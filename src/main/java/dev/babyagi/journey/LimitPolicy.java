package dev.babyagi.journey;

import org.springframework.stereotype.Component;

import dev.babyagi.journey.work.JourneySettings;
import dev.babyagi.objective.Limits;

/**
 * The default limits of an objective, and the highest that a request may ask for.
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

	/** How many tasks of an objective may run at once by default. */
	public int parallelism() {
		return this.settings.limits().parallelism();
	}

	/** The highest number of tasks that a request may let run at once. */
	public int maxParallelism() {
		return this.settings.maximum().parallelism();
	}

}
