package dev.babyagi.dispatch;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the dispatcher. Polling is a setting of the library, under
 * {@code db-scheduler}.
 *
 * @param maxObjectives objectives one replica works on at once; the others wait in the
 * database
 * @param maxBackground background work one replica does at once, beside the objectives
 * @param poolSize connections of the dispatcher's own pool
 * @param lease how long a replica may fail to renew its leases before another one takes
 * its work; it renews them four times in that time
 */
@Validated
@ConfigurationProperties("babyagi.dispatch")
record DispatchSettings(@DefaultValue("256") @Min(1) @Max(100_000) int maxObjectives,
		@DefaultValue("3") @Min(1) @Max(64) int maxBackground, @DefaultValue("4") @Min(1) @Max(64) int poolSize,
		@DefaultValue("10s") @DurationMin(seconds = 1) Duration lease) {

}
