package dev.babyagi.storage;

import java.time.Clock;
import java.time.Duration;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

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
	DatabaseClock clock(ObjectProvider<JdbcClient> jdbc) {
		return new DatabaseClock(Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000)), jdbc);
	}

}
