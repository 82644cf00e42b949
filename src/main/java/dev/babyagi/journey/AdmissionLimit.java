package dev.babyagi.journey;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.springframework.stereotype.Component;

import dev.babyagi.journey.work.JourneySettings;
import dev.babyagi.objective.Objectives;

/**
 * The cap on objectives that are submitted and not begun. They are counted at most once a
 * second, and those admitted here since are added, so that a burst is not each time a
 * count of the table.
 */
@Component
class AdmissionLimit {

	private static final Duration FRESH = Duration.ofSeconds(1);

	private final Objectives objectives;

	private final Clock clock;

	private final long most;

	private Instant countedAt = Instant.MIN;

	private long waiting;

	AdmissionLimit(Objectives objectives, Clock clock, JourneySettings settings) {
		this.objectives = objectives;
		this.clock = clock;
		this.most = settings.maxWaiting();
	}

	/**
	 * Admits one more.
	 * @throws QueueFull if there are too many
	 */
	synchronized void admit() {
		Instant now = this.clock.instant();
		if (this.countedAt.plus(FRESH).isBefore(now) || this.waiting >= this.most) {
			this.waiting = this.objectives.countWaiting();
			this.countedAt = now;
		}
		if (this.waiting >= this.most) {
			throw new QueueFull(this.waiting);
		}
		this.waiting++;
	}

}
