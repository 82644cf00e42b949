package dev.babyagi.learning;

import java.math.BigDecimal;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.PositiveOrZero;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What learning may spend for a tenant in one day (UTC).
 *
 * @param share the share of the tokens that the day's objectives have used
 * @param dailyUsd US dollars; counts for models that have a price
 * @param dailyTokens the most tokens, whatever the share allows
 */
@ConfigurationProperties("babyagi.learning.budget")
@Validated
record LearningSettings(@DefaultValue("0.05") @DecimalMin("0") @DecimalMax("1") double share,
		@DefaultValue("1") @PositiveOrZero BigDecimal dailyUsd,
		@DefaultValue("1000000") @PositiveOrZero long dailyTokens) {

}
