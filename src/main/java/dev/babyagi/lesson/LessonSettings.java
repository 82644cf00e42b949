package dev.babyagi.lesson;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The settings of the use of lessons.
 *
 * @param enabled whether lessons are made and used
 * @param holdout the share of objectives without their lesson, which shows its effect
 */
@ConfigurationProperties("babyagi.learning")
@Validated
public record LessonSettings(@DefaultValue("true") boolean enabled,
		@DefaultValue("0.1") @DecimalMin("0") @DecimalMax("0.5") double holdout) {

}
