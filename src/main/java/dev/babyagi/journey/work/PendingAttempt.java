package dev.babyagi.journey.work;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import dev.babyagi.execution.Attempt;
import dev.babyagi.execution.AttemptEnd;
import dev.babyagi.language.Meter;

/**
 * Work that begins once its attempt is recorded.
 *
 * @param attempt the attempt
 * @param work what a task thread does; it does no JDBC, and an interrupt ends it
 * @param reservation what was set aside for it, or {@code null} if it buys nothing
 */
public record PendingAttempt(Attempt attempt, Supplier<AttemptEnd> work, Meter.@Nullable Reservation reservation) {

}
