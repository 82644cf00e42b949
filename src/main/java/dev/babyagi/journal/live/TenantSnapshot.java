package dev.babyagi.journal.live;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import dev.babyagi.objective.Objective;

/**
 * The newest objectives of a tenant, with which a stream of all its events begins.
 *
 * @param type {@code objectives.snapshot}
 * @param timestamp when it was taken
 * @param data the objectives
 */
record TenantSnapshot(String type, Instant timestamp, Data data) {

	static final String TYPE = "objectives.snapshot";

	static TenantSnapshot of(List<Objective> objectives, Instant now) {
		return new TenantSnapshot(TYPE, now, new Data(objectives.stream().map(Summary::of).toList()));
	}

	record Data(List<Summary> objectives) {

	}

	record Summary(String objectiveId, @Nullable String state, @Nullable String phase, @Nullable String stopReason,
			@Nullable String completeness) {

		static Summary of(Objective objective) {
			return new Summary(objective.id().toString(), word(objective.state()), word(objective.phase()),
					objective.state().isTerminal() ? word(objective.stopReason()) : null,
					word(objective.completeness()));
		}

		private static @Nullable String word(@Nullable Enum<?> constant) {
			return (constant != null) ? constant.name().toLowerCase(Locale.ROOT) : null;
		}

	}

}
