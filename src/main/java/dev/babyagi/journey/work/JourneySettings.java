package dev.babyagi.journey.work;

import java.math.BigDecimal;
import java.time.Duration;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the journeys of objectives.
 *
 * @param limits the limits of an objective that names none
 * @param maximum the most that a request may raise its limits to
 * @param maxModelTasks the most tasks that a model may put into one plan
 * @param ordersInterval how often the database is asked for new orders to objectives at
 * work here; orders given to this replica take effect at once
 * @param sweepInterval how often the database is asked for objectives that are due and
 * have no due dispatch row
 * @param maxWaiting how many objectives may be submitted and not begun; more are answered
 * with 429
 * @param retention how long objectives are kept after they have ended
 * @param drain how long attempts under way may take to end when the replica stops; then
 * they are cut
 */
@Validated
@ConfigurationProperties("babyagi.journey")
public record JourneySettings(@DefaultValue @Valid Limits limits, @DefaultValue @Valid Maximum maximum,
		@DefaultValue("12") @Min(1) @Max(50) int maxModelTasks,
		@DefaultValue("250ms") @DurationMin(millis = 10) Duration ordersInterval,
		@DefaultValue("15s") @DurationMin(millis = 10) Duration sweepInterval, @Min(0) long maxWaiting,
		@DefaultValue("30d") @DurationMin(seconds = 1) Duration retention,
		@DefaultValue("20s") @DurationMin(millis = 0) Duration drain) {

	/**
	 * Default limits of an objective.
	 *
	 * @param maxCostUsd US dollars
	 * @param maxTokens tokens in and out together
	 * @param maxModelCalls requests to model endpoints
	 * @param maxTasks tasks, children included
	 * @param maxReplans revisions that replace the unfinished suffix
	 * @param maxDuration from the first claim on
	 * @param parallelism tasks that may run at once
	 */
	public record Limits(@DefaultValue("1.00") @PositiveOrZero BigDecimal maxCostUsd,
			@DefaultValue("500000") @Positive long maxTokens, @DefaultValue("60") @Positive int maxModelCalls,
			@DefaultValue("20") @Positive int maxTasks, @DefaultValue("2") @PositiveOrZero int maxReplans,
			@DefaultValue("15m") @DurationMin(seconds = 1) Duration maxDuration,
			@DefaultValue("8") @Positive int parallelism) {

	}

	/**
	 * The highest limits that a request may ask for.
	 *
	 * @param maxCostUsd US dollars
	 * @param maxTokens tokens in and out together
	 * @param maxModelCalls requests to model endpoints
	 * @param maxTasks tasks, children included
	 * @param maxReplans revisions that replace the unfinished suffix
	 * @param maxDuration from the first claim on
	 * @param parallelism tasks that may run at once
	 */
	public record Maximum(@DefaultValue("100") @PositiveOrZero BigDecimal maxCostUsd,
			@DefaultValue("20000000") @Positive long maxTokens, @DefaultValue("2000") @Positive int maxModelCalls,
			@DefaultValue("200") @Positive int maxTasks, @DefaultValue("10") @PositiveOrZero int maxReplans,
			@DefaultValue("24h") @DurationMin(seconds = 1) Duration maxDuration,
			@DefaultValue("64") @Positive int parallelism) {

	}

}
