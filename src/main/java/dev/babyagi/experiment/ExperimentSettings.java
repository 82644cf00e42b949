package dev.babyagi.experiment;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What of that which was learned is used.
 *
 * @param enabled whether anything is learned and used
 * @param holdout the share of objectives that do without what they would get, which shows
 * its effect
 */
@ConfigurationProperties("babyagi.learning")
@Validated
public record ExperimentSettings(@DefaultValue("true") boolean enabled,
		@DefaultValue("0.1") @DecimalMin("0") @DecimalMax("0.5") double holdout) {

}
