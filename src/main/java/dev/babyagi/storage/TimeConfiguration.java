package dev.babyagi.storage;

import java.time.Clock;
import java.time.Duration;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Provides the clock of the service; tests replace it.
 */
@Configuration(proxyBeanMethods = false)
class TimeConfiguration {

	/**
	 * The clock ticks in microseconds, which both databases store exactly, so that an
	 * instant reads back as it was written.
	 */
	@Bean
	DatabaseClock clock(ObjectProvider<JdbcClient> jdbc) {
		return new DatabaseClock(Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000)), jdbc);
	}

}
