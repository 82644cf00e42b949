package dev.babyagi.journal.live;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of event streams.
 *
 * @param maxListeners the most streams of one replica at once; further ones are refused
 * with 429
 * @param interval the longest time until an entry that another replica wrote is noticed
 * @param heartbeat how often a stream without events shows that it is alive
 */
@ConfigurationProperties("babyagi.events")
record EventSettings(@DefaultValue("5000") int maxListeners, @DefaultValue("250ms") Duration interval,
		@DefaultValue("15s") Duration heartbeat) {

}
