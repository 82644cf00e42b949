package dev.babyagi;

import java.time.Clock;
import java.time.Duration;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The time of day, as a guest: tests bring their own.
 */
@Configuration(proxyBeanMethods = false)
class TimeConfiguration {

	/**
	 * Ticks in microseconds, the precision that both databases keep, so that an instant
	 * reads back as it was written.
	 */
	@Bean
	Clock clock() {
		return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000));
	}

}
