package dev.babyagi.tool;

import java.time.Duration;

import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the tools.
 *
 * @param timeout the longest that one use of a tool may take
 */
@Validated
@ConfigurationProperties("babyagi.tool")
record ToolSettings(@DefaultValue("30s") @DurationMin(millis = 1) Duration timeout) {

}
