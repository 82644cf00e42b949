package dev.babyagi.objective;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

import jakarta.persistence.Embeddable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * What may be spent on an objective.
 *
 * @param maxCostUsd US dollars
 * @param maxTokens tokens in and out together
 * @param maxModelCalls requests to model endpoints, tries and refused ones included
 * @param maxTasks tasks of all revisions together, children included
 * @param maxReplans revisions that replace the unfinished suffix
 * @param maxDuration from the first claim on
 * @param deadline an instant at which it ends in any case, or {@code null}
 */
@Embeddable
public record Limits(BigDecimal maxCostUsd, long maxTokens, int maxModelCalls, int maxTasks, int maxReplans,
		@JdbcTypeCode(SqlTypes.BIGINT) Duration maxDuration, @Nullable Instant deadline) {

}
