package dev.babyagi.journey;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * The clock of the service, which goes on by itself, and by as much as a test lets pass.
 */
final class LeapingClock extends Clock {

	private final Clock clock;

	private volatile Duration passed = Duration.ZERO;

	private LeapingClock(Clock clock) {
		this.clock = clock;
	}

	static LeapingClock over(Clock clock) {
		return new LeapingClock(clock);
	}

	/** Never back: what is to be done at a time would wait for that time again. */
	void pass(Duration time) {
		this.passed = this.passed.plus(time);
	}

	@Override
	public Instant instant() {
		return this.clock.instant().plus(this.passed);
	}

	@Override
	public ZoneId getZone() {
		return this.clock.getZone();
	}

	@Override
	public Clock withZone(ZoneId zone) {
		return this.clock.withZone(zone);
	}

	/**
	 * Puts it in the place of the service's own.
	 */
	@TestConfiguration(proxyBeanMethods = false)
	static class Installed {

		@Bean
		@Primary
		LeapingClock leapingClock(@Qualifier("clock") Clock clock) {
			return new LeapingClock(clock);
		}

	}

}
