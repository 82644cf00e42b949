package dev.babyagi.operation;

import java.time.Duration;

import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of operations.
 *
 * @param retention how long operations are kept after they have ended, and model calls in
 * the background after they were made
 */
@Validated
@ConfigurationProperties("babyagi.operation")
record OperationSettings(@DefaultValue("30d") @DurationMin(days = 2) Duration retention) {

}
