/**
 * Defines the {@link Plan}: an immutable, numbered revision of tasks and their
 * dependencies. It also stores plans, converts them to JSON and draws them; planning
 * makes them.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "objective", "reply" })
package dev.babyagi.plan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
