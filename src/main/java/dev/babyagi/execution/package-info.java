/**
 * The plan under way: which tasks are ready, their attempts and artifacts, verification,
 * and the ladder that a failed attempt climbs.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "objective", "language", "tool", "plan", "reply", "schema" })
package dev.babyagi.execution;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
