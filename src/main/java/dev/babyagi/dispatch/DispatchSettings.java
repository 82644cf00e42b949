package dev.babyagi.dispatch;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the dispatcher. Polling and heartbeats are settings of the library, under
 * {@code db-scheduler}.
 *
 * @param maxObjectives objectives one replica works on at once; the others wait in the
 * database
 * @param poolSize connections of the dispatcher's own pool
 */
@Validated
@ConfigurationProperties("babyagi.dispatch")
record DispatchSettings(@DefaultValue("256") @Min(1) @Max(100_000) int maxObjectives,
		@DefaultValue("4") @Min(1) @Max(64) int poolSize) {

}
