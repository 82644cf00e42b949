package dev.babyagi.journey.work;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import dev.babyagi.execution.Attempt;
import dev.babyagi.execution.AttemptEnd;
import dev.babyagi.language.Meter;

/**
 * An attempt that starts once it is committed.
 *
 * @param attempt the attempt
 * @param work the work of the task thread; it does no JDBC and ends on an interrupt
 * @param reservation the part of the budget that is reserved for it, or {@code null} if
 * it costs nothing
 */
public record PendingAttempt(Attempt attempt, Supplier<AttemptEnd> work, Meter.@Nullable Reservation reservation) {

}
