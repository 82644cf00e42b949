package dev.babyagi.picture;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.babyagi.execution.Attempt;

/**
 * A stretch of a row in a timeline.
 *
 * @param from its beginning
 * @param to its end
 * @param kind the outcome of an attempt, {@code running}, or {@code gap}; the state of
 * the task if it has no attempt of its own
 * @param name what it is, in words
 */
record TimeBar(Instant from, Instant to, String kind, String name) {

	static TimeBar of(Attempt attempt, Instant now) {
		String kind = (attempt.outcome() != null) ? attempt.outcome().name().toLowerCase(Locale.ROOT) : "running";
		String role = attempt.role().name().toLowerCase(Locale.ROOT);
		Instant end = attempt.closedAt();
		return new TimeBar(attempt.openedAt(), (end != null) ? end : now, kind,
				role + ", attempt " + attempt.ordinal() + ": " + kind);
	}

	String label() {
		return this.name + ", " + TimeAxis.rounded(Duration.between(this.from, this.to));
	}

	/** Returns the stretches between two instants that no bar covers. */
	static List<TimeBar> gaps(Instant from, Instant to, List<TimeBar> bars, String name) {
		List<TimeBar> gaps = new ArrayList<>();
		Instant at = from;
		for (TimeBar bar : bars) {
			gaps.add(new TimeBar(at, bar.from, "gap", name));
			at = bar.to.isAfter(at) ? bar.to : at;
		}
		gaps.add(new TimeBar(at, to, "gap", name));
		return gaps.stream().filter((gap) -> gap.from.isBefore(gap.to)).toList();
	}

	/** Returns for each bar the first lane in which no earlier one overlaps it. */
	static List<Integer> lanes(List<TimeBar> bars) {
		List<Instant> ends = new ArrayList<>();
		List<Integer> lanes = new ArrayList<>();
		for (TimeBar bar : bars) {
			int lane = 0;
			while (lane < ends.size() && ends.get(lane).isAfter(bar.from)) {
				lane++;
			}
			if (lane == ends.size()) {
				ends.add(bar.to);
			}
			ends.set(lane, bar.to);
			lanes.add(lane);
		}
		return lanes;
	}

}
