package dev.babyagi.journey;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.springframework.stereotype.Component;

import dev.babyagi.journey.work.JourneySettings;
import dev.babyagi.objective.Objectives;

/**
 * Limits the number of objectives that are submitted and not begun. It counts them in the
 * database at most once a second below the limit and adds those it has admitted since, so
 * that a burst does not count the table each time.
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
	 * Admits one more objective.
	 * @throws QueueFull if as many wait as {@code babyagi.journey.max-waiting} allows
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
