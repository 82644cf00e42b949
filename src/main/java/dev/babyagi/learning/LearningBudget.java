package dev.babyagi.learning;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Set;

import org.springframework.stereotype.Component;

import dev.babyagi.language.ModelUsage;
import dev.babyagi.objective.Objectives;
import dev.babyagi.operation.BackgroundCalls;
import dev.babyagi.operation.DailyBudget;

/**
 * What learning may spend, and has spent. Reflections and replays share it.
 */
@Component
public class LearningBudget {

	/** What the calls are for, in the ledger. */
	public static final String REFLECT = "reflect";

	/** What the calls are for, in the ledger. */
	public static final String REPLAY = "replay";

	private static final Set<String> PURPOSES = Set.of(REFLECT, REPLAY);

	/** What a day allows even if nothing else was done, if the settings allow as much. */
	private static final long LEAST_TOKENS = 200_000;

	private final Objectives objectives;

	private final BackgroundCalls calls;

	private final LearningSettings settings;

	private final Clock clock;

	LearningBudget(Objectives objectives, BackgroundCalls calls, LearningSettings settings, Clock clock) {
		this.objectives = objectives;
		this.calls = calls;
		this.settings = settings;
		this.clock = clock;
	}

	/** What a tenant's day allows so far; it grows with what its objectives use. */
	public DailyBudget ofToday(String tenant) {
		long live = this.objectives.tokensSince(tenant, this.clock.instant().truncatedTo(ChronoUnit.DAYS));
		long tokens = Math.min(this.settings.dailyTokens(),
				Math.max(LEAST_TOKENS, (long) (live * this.settings.share())));
		return new DailyBudget(PURPOSES, tokens, this.settings.dailyUsd());
	}

	/** What one purpose has used today. */
	public ModelUsage usedToday(String tenant, String purpose) {
		return this.calls.usedToday(tenant, Set.of(purpose));
	}

}
